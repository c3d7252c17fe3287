package dev.holdfast.aws.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends to one queue, ten messages a call. */
public final class QueueSender {
    private static final Logger LOG = LoggerFactory.getLogger(QueueSender.class);

    private final SqsClient sqs;
    private final String queueUrl;

    public QueueSender(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /**
     * Sends in this order. A call that fails as a whole ends the work: what was not yet tried did not arrive either. Of a
     * group nothing is sent after one that did not arrive, so each message of a group goes in a call of its own: a queue
     * may refuse one of a batch and take the next.
     *
     * @return positions (from 0) of those that did not arrive, or may not have
     */
    public Set<Integer> send(List<QueueMessage> messages) {
        Set<Integer> failed = new TreeSet<>();
        Set<String> stoppedGroups = new HashSet<>();
        boolean away = false;
        for (List<Integer> all : Batches.of(messages, QueueMessage::body, QueueMessage::group)) {
            List<Integer> batch = new ArrayList<>();
            for (int position : all) {
                boolean stopped = messages.get(position)
                        .group()
                        .filter(stoppedGroups::contains)
                        .isPresent();
                if (away || stopped) {
                    failed.add(position);
                } else {
                    batch.add(position);
                }
            }
            if (batch.isEmpty()) {
                continue;
            }
            try {
                for (int refused : sendBatch(messages, batch)) {
                    failed.add(refused);
                    messages.get(refused).group().ifPresent(stoppedGroups::add);
                }
            } catch (SdkException e) {
                LOG.warn("a queue takes no messages", e);
                failed.addAll(batch);
                away = true;
            }
        }
        return failed;
    }

    private List<Integer> sendBatch(List<QueueMessage> messages, List<Integer> batch) {
        List<BatchResultErrorEntry> failed = sqs.sendMessageBatch(request -> request.queueUrl(queueUrl)
                        .entries(batch.stream()
                                .map(position -> entry(position, messages.get(position)))
                                .toList()))
                .failed();
        failed.forEach(entry -> LOG.warn("a queue refused a message: {}", entry.code()));
        return failed.stream().map(entry -> Integer.valueOf(entry.id())).toList();
    }

    private static SendMessageBatchRequestEntry entry(int position, QueueMessage message) {
        SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(position))
                .messageBody(message.body());
        message.group().ifPresent(entry::messageGroupId);
        message.deduplicationId().ifPresent(entry::messageDeduplicationId);
        if (message.delay().isPositive()) {
            entry.delaySeconds((int) message.delay().toSeconds());
        }
        return entry.build();
    }
}
