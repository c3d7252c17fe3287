package dev.holdfast.aws.lambda;

import dev.holdfast.kernel.Deadline;
import java.util.List;
import java.util.Set;

/** Brings on its way what was understood of a batch of stream records. */
@FunctionalInterface
public interface Delivery<T> {
    /**
     * Delivers in this order, as far as it goes.
     *
     * @return positions (from 0) of those that did not arrive, or may not have; an exception means all of them
     */
    Set<Integer> deliver(List<T> messages, Deadline deadline);
}
