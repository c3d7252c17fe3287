package dev.holdfast.ordering.application;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.Overdue;
import dev.holdfast.ordering.Work;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at an order whose due time has come, and does what {@link Overdue} says. */
public final class ChaseOverdue {
    private final Orders orders;
    private final Actor actor;

    public ChaseOverdue(Orders orders, Actor actor) {
        this.orders = orders;
        this.actor = actor;
    }

    /**
     * The work to put back on its queue, if any. It is put back once per run until somebody moves the order: a message
     * that finds nothing to do costs one read.
     */
    public Set<Work> run(OrderId id, Instant now) {
        Optional<Order> found = orders.load(id);
        if (found.isEmpty()) {
            return Set.of();
        }
        Order order = found.get();
        return switch (Overdue.decide(order.state(), now)) {
            case Overdue.Nothing _ -> Set.of();
            case Overdue.Requeue requeue -> requeue.work();
            case Overdue.Cancel cancel -> {
                save(order, List.of(new OrderEvent.CancellationRequested(Cancellation.ours(cancel.reason()))), now);
                yield Set.of();
            }
            case Overdue.Remind _ -> {
                save(order, List.of(), now);
                yield Set.of();
            }
        };
    }

    private void save(Order order, List<OrderEvent> events, Instant now) {
        // Whatever the outcome: what is not written is due still, and comes up again in a minute.
        var _ = orders.save(new OrderChange(order, order.after(events, now, actor)));
    }
}
