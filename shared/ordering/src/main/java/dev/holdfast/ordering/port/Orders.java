package dev.holdfast.ordering.port;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Orders as committed. */
public interface Orders {
    /** The order as it is now, read consistently. */
    Optional<Order> load(OrderId id);

    /** Those of these orders that exist, as they are now. */
    List<Order> load(Collection<OrderId> ids);

    /** Writes a change that moves no stock. */
    CommitOutcome save(OrderChange change);
}
