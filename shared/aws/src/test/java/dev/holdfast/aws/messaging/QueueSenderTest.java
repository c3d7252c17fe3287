package dev.holdfast.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.metrics.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class QueueSenderTest {
    private final List<SendMessageBatchRequest> calls = new ArrayList<>();
    private final List<SendMessageRequest> singles = new ArrayList<>();
    private Set<String> refused = Set.of();
    private int awayFromCall = Integer.MAX_VALUE;

    private final SqsClient sqs = new SqsClient() {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            calls.add(request);
            if (calls.size() >= awayFromCall) {
                throw SdkClientException.create("away");
            }
            return SendMessageBatchResponse.builder()
                    .failed(request.entries().stream()
                            .map(SendMessageBatchRequestEntry::id)
                            .filter(refused::contains)
                            .map(id -> BatchResultErrorEntry.builder()
                                    .id(id)
                                    .code("InternalError")
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            singles.add(request);
            return SendMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    };
    private final QueueSender sender = new QueueSender(sqs, "queue-url");

    private static List<QueueMessage> messages(int count) {
        return IntStream.range(0, count).mapToObj(i -> QueueMessage.of("m" + i)).toList();
    }

    @Test
    void ten_go_in_one_call() {
        assertThat(sender.send(messages(23))).isEmpty();
        assertThat(calls).extracting(call -> call.entries().size()).containsExactly(10, 10, 3);
        assertThat(sender.send(List.of())).isEmpty();
        assertThat(calls).hasSize(3);
    }

    @Test
    void each_refused_message_is_named_by_its_position() {
        refused = Set.of("3", "12");
        assertThat(sender.send(messages(15))).containsExactlyInAnyOrder(3, 12);
    }

    @Test
    void a_queue_that_is_away_is_not_asked_again() {
        awayFromCall = 2;
        assertThat(sender.send(messages(25))).hasSize(15).contains(10, 24).doesNotContain(9);
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_call_stays_below_the_size_that_sqs_takes() {
        String wide = "x".repeat(100_000);
        List<QueueMessage> messages = List.of(QueueMessage.of(wide), QueueMessage.of(wide), QueueMessage.of(wide));
        assertThat(sender.send(messages)).isEmpty();
        assertThat(calls).extracting(call -> call.entries().size()).containsExactly(2, 1);
    }

    @Test
    void nothing_of_a_group_is_sent_after_one_that_was_refused() {
        refused = Set.of("0");
        List<QueueMessage> messages = List.of(
                QueueMessage.inGroup("A", "A#1", "a1"),
                QueueMessage.inGroup("B", "B#1", "b1"),
                QueueMessage.inGroup("A", "A#2", "a2"),
                QueueMessage.inGroup("B", "B#2", "b2"));
        assertThat(sender.send(messages)).containsExactlyInAnyOrder(0, 2);
        assertThat(calls)
                .extracting(call -> call.entries().stream()
                        .map(SendMessageBatchRequestEntry::messageBody)
                        .toList())
                .containsExactly(List.of("a1", "b1"), List.of("b2"));
    }

    @Test
    void groups_and_delays_are_passed_on() {
        sender.send(List.of(
                QueueMessage.inGroup("A", "A#1", "fifo"),
                QueueMessage.of("later").after(Duration.ofSeconds(2))));
        List<SendMessageBatchRequestEntry> entries = calls.getFirst().entries();
        assertThat(entries.getFirst().messageGroupId()).isEqualTo("A");
        assertThat(entries.getFirst().messageDeduplicationId()).isEqualTo("A#1");
        assertThat(entries.getFirst().delaySeconds()).isNull();
        assertThat(entries.getLast().delaySeconds()).isEqualTo(2);
    }

    @Test
    void dead_letters_keep_the_content_as_it_came_and_are_counted() {
        List<Metric> counted = new ArrayList<>();
        new SqsDeadLetters(sqs, "letters", (values, _) -> counted.addAll(values.keySet()))
                .bury("id", "{\"whole\": true}");
        new SqsDeadLetters(sqs, "letters.fifo", (values, _) -> counted.addAll(values.keySet())).bury("id", "x");
        assertThat(singles.getFirst().messageBody()).isEqualTo("{\"whole\": true}");
        assertThat(singles.getFirst().messageGroupId()).isNull();
        assertThat(singles.getLast().messageGroupId()).isEqualTo("id");
        assertThat(counted).containsExactly(Metric.DEAD_LETTERS_WRITTEN, Metric.DEAD_LETTERS_WRITTEN);
    }
}
