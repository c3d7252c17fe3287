package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Decision;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.ReviewDecision;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.domain.Wishes;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cancel, dispatch, deliver, review: what people ask of an order. An order of one chunk is done in one transaction,
 * stock and all; a wide one is begun here, and the stock worker finishes it.
 */
public final class AskOrder {
    private static final int ATTEMPTS_MAX = 6;

    private final Orders orders;
    private final OrderStock orderStock;
    private final Backoff backoff;

    public AskOrder(Orders orders, OrderStock orderStock, Backoff backoff) {
        this.orders = orders;
        this.orderStock = orderStock;
        this.backoff = backoff;
    }

    public Answer cancel(OrderId id, Cancellation wish, Instant now, Actor by) {
        return ask(id, order -> Wishes.cancel(order, wish), now, by);
    }

    public Answer dispatch(OrderId id, LocationId location, Shipment.Dispatch wish, Instant now, Actor by) {
        return ask(id, order -> Wishes.dispatch(order, location, wish), now, by);
    }

    public Answer deliver(OrderId id, LocationId location, Instant deliveredAt, Instant now, Actor by) {
        return ask(id, order -> Wishes.deliver(order, location, deliveredAt), now, by);
    }

    public Answer review(OrderId id, ReviewDecision wish, Instant now, Actor by) {
        return ask(id, order -> Wishes.review(order, wish), now, by);
    }

    private Answer ask(OrderId id, Function<Order, Decision> wish, Instant now, Actor by) {
        boolean unsure = false;
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            Optional<Order> found = orders.load(id);
            if (found.isEmpty()) {
                return new Answer.NotFound();
            }
            Order order = found.get();
            switch (wish.apply(order)) {
                case Decision.Replay _ -> {
                    // After a lost answer, finding it done means that we did it.
                    return unsure ? new Answer.Done(order) : new Answer.Replayed(order);
                }
                case Decision.Refused refused -> {
                    return new Answer.Refused(order, refused.refusal());
                }
                case Decision.Change change -> {
                    Commit commit = commit(order, change.events(), now, by);
                    switch (commit.outcome) {
                        case CommitOutcome.Committed _ -> {
                            return new Answer.Done(commit.after);
                        }
                        case CommitOutcome.Unknown _ -> unsure = true;
                        case CommitOutcome.MovedOn _, CommitOutcome.Contended _ -> {}
                    }
                }
            }
            backoff.pause(attempt);
        }
        return new Answer.Busy();
    }

    private record Commit(CommitOutcome outcome, Order after) {}

    private Commit commit(Order order, List<OrderEvent> events, Instant now, Actor by) {
        List<OrderEvent> all = new ArrayList<>(events);
        Optional<StockChange> stock = Optional.empty();
        if (order.content().chunks() == 1) {
            for (OrderEvent event : events) {
                if (isCancellation(event)) {
                    stock = StockMoves.release(order, 0, now, by);
                    if (stock.isPresent()) {
                        all.add(new OrderEvent.ChunkReleased(0));
                    }
                } else if (event instanceof OrderEvent.DispatchStarted dispatch) {
                    stock = Optional.of(StockMoves.ship(order, dispatch.location(), 0, now, by));
                    all.add(new OrderEvent.ChunkShipped(dispatch.location(), 0));
                }
            }
        }
        Order after = order.after(all, now, by);
        OrderChange change = new OrderChange(order, after);
        return new Commit(
                stock.isPresent() ? orderStock.commit(List.of(change), stock.get()) : orders.save(change), after);
    }

    private static boolean isCancellation(OrderEvent event) {
        return event instanceof OrderEvent.CancellationRequested
                || (event instanceof OrderEvent.Reviewed reviewed
                        && reviewed.decision().verdict() == ReviewDecision.Verdict.CANCEL);
    }
}
