package dev.holdfast.aws.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Publishes to one topic, ten messages a call. */
public final class TopicPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(TopicPublisher.class);

    private final SnsClient sns;
    private final String topicArn;

    public TopicPublisher(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    /**
     * Publishes in this order. A call that fails as a whole ends the work: what was not yet tried did not arrive either.
     *
     * @return positions (from 0) of those that did not arrive, or may not have
     */
    public Set<Integer> publish(List<TopicMessage> messages) {
        Set<Integer> failed = new TreeSet<>();
        boolean away = false;
        for (List<Integer> batch : Batches.of(messages, TopicMessage::body)) {
            if (away) {
                failed.addAll(batch);
                continue;
            }
            try {
                failed.addAll(publishBatch(messages, batch));
            } catch (SdkException e) {
                LOG.warn("a topic takes no messages", e);
                failed.addAll(batch);
                away = true;
            }
        }
        return failed;
    }

    private List<Integer> publishBatch(List<TopicMessage> messages, List<Integer> batch) {
        List<BatchResultErrorEntry> failed = sns.publishBatch(request -> request.topicArn(topicArn)
                        .publishBatchRequestEntries(batch.stream()
                                .map(position -> entry(position, messages.get(position)))
                                .toList()))
                .failed();
        failed.forEach(entry -> LOG.warn("a topic refused a message: {}", entry.code()));
        return failed.stream().map(entry -> Integer.valueOf(entry.id())).toList();
    }

    private static PublishBatchRequestEntry entry(int position, TopicMessage message) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        message.attributes()
                .forEach((name, value) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(value)
                                .build()));
        PublishBatchRequestEntry.Builder entry = PublishBatchRequestEntry.builder()
                .id(Integer.toString(position))
                .message(message.body())
                .messageAttributes(attributes);
        message.subject().ifPresent(entry::subject);
        return entry.build();
    }
}
