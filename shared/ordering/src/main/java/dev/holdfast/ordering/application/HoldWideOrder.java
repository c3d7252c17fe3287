package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.Reservation;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.Progress;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds an order that is too wide for one transaction, chunk by chunk in SKU order. All-or-nothing is kept: what is
 * held is tentative until all of it is, and given back when a chunk falls short. The fixed order of SKUs means that two
 * wide orders never wait for each other in a circle.
 */
public final class HoldWideOrder {
    private final Stocks stocks;
    private final Locations locations;
    private final Orders orders;
    private final OrderStock orderStock;
    private final ServeLines serveLines;
    private final AdvanceOrder advance;
    private final Backoff backoff;
    private final Actor actor;

    public HoldWideOrder(
            Stocks stocks,
            Locations locations,
            Orders orders,
            OrderStock orderStock,
            ServeLines serveLines,
            AdvanceOrder advance,
            Backoff backoff,
            Actor actor) {
        this.stocks = stocks;
        this.locations = locations;
        this.orders = orders;
        this.orderStock = orderStock;
        this.serveLines = serveLines;
        this.advance = advance;
        this.backoff = backoff;
        this.actor = actor;
    }

    /** Goes on from the order's progress until it is decided, or must come again. */
    public Progressed run(Order order, Instant now, Deadline deadline) {
        Optional<Order> current = Optional.of(order);
        for (int attempt = 0; current.isPresent() && !deadline.isNear(); ) {
            Order at = current.get();
            if (!stillHolding(at)) {
                return advance.run(at, now, deadline);
            }
            Reservation decision = decide(at);
            switch (decision) {
                case Reservation.Undecided _ -> {
                    return Progressed.AGAIN;
                }
                case Reservation.LineFirst first -> serveLines.run(first.skus(), now, deadline);
                case Reservation.Held _, Reservation.PartlyHeld _, Reservation.FallsShort _ -> {}
            }
            Optional<Order> next = commit(at, decision, now);
            attempt = next.isPresent() ? 0 : attempt + 1;
            if (attempt > 0) {
                backoff.pause(attempt);
            }
            current = next.or(() -> orders.load(at.content().id()));
        }
        return current.isPresent() ? Progressed.AGAIN : Progressed.DONE;
    }

    private static boolean stillHolding(Order order) {
        Progress progress = order.state().progress();
        return order.state().stage() instanceof Stage.Placed && progress.held() < progress.chunks();
    }

    /** Before anything is held the whole demand is looked at, so that a hopeless order takes nothing from others. */
    private Reservation decide(Order order) {
        int next = order.state().progress().held();
        if (next == 0) {
            Reservation whole = decide(order, order.content().demand());
            switch (whole) {
                case Reservation.Held _, Reservation.PartlyHeld _ -> {}
                case Reservation.FallsShort _, Reservation.LineFirst _, Reservation.Undecided _ -> {
                    return whole;
                }
            }
        }
        return decide(order, order.content().chunk(next));
    }

    private Reservation decide(Order order, List<Demand> demand) {
        Shelf shelf = stocks.read(demand.stream().map(Demand::sku).toList());
        return Reservation.decide(demand, order.content().policy(), shelf, locations.sourcing());
    }

    /** The order as committed; empty when it must be read again. */
    private Optional<Order> commit(Order order, Reservation decision, Instant now) {
        return switch (decision) {
            case Reservation.Held held -> hold(new StockMoves.Hold(order, held.allocations(), List.of()), now);
            case Reservation.PartlyHeld part ->
                hold(new StockMoves.Hold(order, part.allocations(), part.waiting()), now);
            case Reservation.FallsShort shortfall -> {
                Order after = order.after(List.of(new OrderEvent.FellShort(shortfall.shortfalls())), now, actor);
                yield committed(orders.save(new OrderChange(order, after)), after);
            }
            case Reservation.LineFirst _, Reservation.Undecided _ -> Optional.empty();
        };
    }

    private Optional<Order> hold(StockMoves.Hold hold, Instant now) {
        Order after = hold.order().after(List.of(new OrderEvent.ChunkHeld(hold.allocations())), now, actor);
        StockChange stock = StockMoves.hold(List.of(hold), now, actor);
        return committed(orderStock.commit(List.of(new OrderChange(hold.order(), after)), stock), after);
    }

    private static Optional<Order> committed(CommitOutcome outcome, Order after) {
        return outcome instanceof CommitOutcome.Committed ? Optional.of(after) : Optional.empty();
    }
}
