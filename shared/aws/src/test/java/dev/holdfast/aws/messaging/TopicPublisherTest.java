package dev.holdfast.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

class TopicPublisherTest {
    private final List<PublishBatchRequest> calls = new ArrayList<>();
    private Set<String> refused = Set.of();
    private boolean away;

    private final SnsClient sns = new SnsClient() {
        @Override
        public PublishBatchResponse publishBatch(PublishBatchRequest request) {
            calls.add(request);
            if (away) {
                throw SdkClientException.create("away");
            }
            return PublishBatchResponse.builder()
                    .failed(request.publishBatchRequestEntries().stream()
                            .map(PublishBatchRequestEntry::id)
                            .filter(refused::contains)
                            .map(id -> BatchResultErrorEntry.builder()
                                    .id(id)
                                    .code("InternalError")
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    };
    private final TopicPublisher publisher = new TopicPublisher(sns, "topic-arn");

    private static List<TopicMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TopicMessage("m" + i, Optional.of("subject"), Map.of("type", "t.v1")))
                .toList();
    }

    @Test
    void ten_go_in_one_call_with_subject_and_attributes() {
        refused = Set.of("11");
        assertThat(publisher.publish(messages(12))).containsExactly(11);
        assertThat(calls)
                .extracting(call -> call.publishBatchRequestEntries().size())
                .containsExactly(10, 2);
        PublishBatchRequestEntry entry =
                calls.getFirst().publishBatchRequestEntries().getFirst();
        assertThat(entry.subject()).isEqualTo("subject");
        assertThat(entry.messageAttributes())
                .hasEntrySatisfying(
                        "type", value -> assertThat(value.stringValue()).isEqualTo("t.v1"));
    }

    @Test
    void a_topic_that_is_away_is_not_asked_again() {
        away = true;
        assertThat(publisher.publish(messages(12))).hasSize(12);
        assertThat(calls).hasSize(1);
    }
}
