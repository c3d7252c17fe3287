package dev.holdfast.simulation.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulation.aws.MemoryQueue;
import dev.holdfast.simulation.aws.MemorySqs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queues in memory, in virtual time. */
class MemorySqsTest extends SqsContract {
    private static final long LATER_MILLIS = 2_000;
    private static final long FORGOTTEN_MILLIS = 5 * 60_000;

    private final Map<String, MemoryQueue> queues = new HashMap<>();
    private long nowMillis;
    private final MemorySqs sqs = new MemorySqs(() -> nowMillis);

    @Override
    SqsClient sqs() {
        return sqs;
    }

    @Override
    String queue(String name, Optional<String> deadLetters) {
        MemoryQueue queue = new MemoryQueue(
                name, new MemoryQueue.Settings(1_000, deadLetters.map(letters -> 2), deadLetters.map(queues::get)));
        queues.put(name, sqs.add(queue));
        return name;
    }

    @Override
    List<Message> later(String url) {
        nowMillis += LATER_MILLIS;
        return sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                .messages();
    }

    /** Here only: ElasticMQ takes it, SQS does not. */
    @Test
    void a_batch_of_none_is_refused() {
        String url = queue("empty", Optional.empty());
        assertThatThrownBy(
                        () -> sqs.sendMessageBatch(batch -> batch.queueUrl(url).entries(List.of())))
                .isInstanceOf(EmptyBatchRequestException.class);
    }

    /** Here only: nobody wants to wait for it. */
    @Test
    void a_deduplication_id_counts_again_after_five_minutes() {
        String url = queue("forgetful.fifo", Optional.empty());
        for (long at : new long[] {0, FORGOTTEN_MILLIS - 1, FORGOTTEN_MILLIS}) {
            nowMillis = at;
            sqs.sendMessage(send -> send.queueUrl(url)
                    .messageGroupId("g")
                    .messageDeduplicationId("1")
                    .messageBody("at " + at));
        }
        assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                        .messages())
                .extracting(Message::body)
                .containsExactly("at 0", "at " + FORGOTTEN_MILLIS);
    }
}
