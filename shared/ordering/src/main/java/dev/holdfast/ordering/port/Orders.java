package dev.holdfast.ordering.port;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders as committed. */
public interface Orders {
    /** The order as it is now, read consistently. */
    Optional<Order> load(OrderId id);

    /** Those of these orders that exist, as they are now; a damaged one does not hide the others. */
    Loaded load(Collection<OrderId> ids);

    /** Writes a change that moves no stock. */
    CommitOutcome save(OrderChange change);

    /**
     * Orders as read.
     *
     * @param damaged orders that exist and cannot be put together: moving while they were read, or broken
     */
    record Loaded(List<Order> orders, Set<OrderId> damaged) {}
}
