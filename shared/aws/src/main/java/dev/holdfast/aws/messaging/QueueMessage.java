package dev.holdfast.aws.messaging;

import java.time.Duration;
import java.util.Optional;

/**
 * A message to a queue.
 *
 * @param group and {@code deduplicationId} only on FIFO queues
 * @param delay until it can be received, at most 15 minutes; none on FIFO queues
 */
public record QueueMessage(String body, Optional<String> group, Optional<String> deduplicationId, Duration delay) {
    /** To a standard queue, at once. */
    public static QueueMessage of(String body) {
        return new QueueMessage(body, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /** To a FIFO queue: in order within the group, once per deduplication id within five minutes. */
    public static QueueMessage inGroup(String group, String deduplicationId, String body) {
        return new QueueMessage(body, Optional.of(group), Optional.of(deduplicationId), Duration.ZERO);
    }

    /** The same message, received no earlier than after this time. */
    public QueueMessage after(Duration time) {
        return new QueueMessage(body, group, deduplicationId, time);
    }
}
