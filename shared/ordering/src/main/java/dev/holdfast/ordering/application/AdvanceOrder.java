package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.Progress;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries on what an order has begun, chunk by chunk: settle, give back, ship. Each chunk is one commit guarded by the
 * order's version; after a crash the next run resumes at the progress.
 */
public final class AdvanceOrder {
    private final Orders orders;
    private final OrderStock orderStock;
    private final Backoff backoff;
    private final Actor actor;

    public AdvanceOrder(Orders orders, OrderStock orderStock, Backoff backoff, Actor actor) {
        this.orders = orders;
        this.orderStock = orderStock;
        this.backoff = backoff;
        this.actor = actor;
    }

    /** Goes on until nothing of this is left; holding is another matter ({@link HoldOrders}). */
    public Progressed run(Order order, Instant now, Deadline deadline) {
        Optional<Order> current = Optional.of(order);
        for (int attempt = 0; current.isPresent() && !deadline.isNear(); ) {
            Optional<Step> step = next(current.get(), now);
            if (step.isEmpty()) {
                return Progressed.DONE;
            }
            Order after = current.get().after(step.get().events, now, actor);
            if (commit(new OrderChange(current.get(), after), step.get().stock) instanceof CommitOutcome.Committed) {
                current = Optional.of(after);
                attempt = 0;
            } else {
                backoff.pause(++attempt);
                current = orders.load(order.content().id());
            }
        }
        return current.isPresent() ? Progressed.AGAIN : Progressed.DONE;
    }

    private CommitOutcome commit(OrderChange change, Optional<StockChange> stock) {
        return stock.isPresent() ? orderStock.commit(List.of(change), stock.get()) : orders.save(change);
    }

    private record Step(List<OrderEvent> events, Optional<StockChange> stock) {}

    private Optional<Step> next(Order order, Instant now) {
        Progress progress = order.state().progress();
        return switch (order.state().stage()) {
            case Stage.Placed _
            when progress.held() == progress.chunks() ->
                Optional.of(new Step(
                        List.of(new OrderEvent.ChunkSettled()),
                        Optional.of(StockMoves.settle(order, progress.settled(), now, actor))));
            case Stage.Rejecting _ -> Optional.of(release(order, now));
            case Stage.Cancelling _ when progress.released() < progress.held() -> Optional.of(release(order, now));
            case Stage.Confirmed _ -> ship(order, now);
            case Stage.Placed _,
                    Stage.Cancelling _,
                    Stage.Backordered _,
                    Stage.Reserved _,
                    Stage.Review _,
                    Stage.Shipped _,
                    Stage.Delivered _,
                    Stage.Cancelled _,
                    Stage.Rejected _ -> Optional.empty();
        };
    }

    private Step release(Order order, Instant now) {
        int chunk = order.nextToRelease(order.state().progress().released());
        return chunk == order.state().progress().held()
                ? new Step(List.of(), Optional.empty())
                : new Step(List.of(new OrderEvent.ChunkReleased(chunk)), StockMoves.release(order, chunk, now, actor));
    }

    private Optional<Step> ship(Order order, Instant now) {
        for (var entry : order.state().shipments().entrySet()) {
            if (entry.getValue() instanceof Shipment.Dispatching dispatching) {
                LocationId location = entry.getKey();
                int chunk = order.nextToShip(location, dispatching.nextChunk());
                return Optional.of(new Step(
                        List.of(new OrderEvent.ChunkShipped(location, chunk)),
                        Optional.of(StockMoves.ship(order, location, chunk, now, actor))));
            }
        }
        return Optional.empty();
    }
}
