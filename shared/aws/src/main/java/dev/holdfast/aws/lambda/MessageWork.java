package dev.holdfast.aws.lambda;

import dev.holdfast.kernel.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a function does with the messages of its queue. */
@FunctionalInterface
public interface MessageWork<T> {
    /**
     * Works on a batch.
     *
     * @param now the time of this batch, read once
     * @return ids of the messages that are to come again; an exception means all of them
     */
    Set<String> handle(List<Message<T>> batch, Instant now, Deadline deadline);
}
