package dev.holdfast.ordering;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.LocationId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What follows at once from what an order has become: the transitions that need nobody's decision. Pure. */
final class Completion {
    private Completion() {}

    static Order of(Order order, Instant at, Actor by) {
        Order next = step(order, at, by);
        while (!next.equals(order)) {
            order = next;
            next = step(order, at, by);
        }
        return order;
    }

    private static Order step(Order order, Instant at, Actor by) {
        OrderState state = order.state();
        return switch (state.stage()) {
            case Stage.Placed _ -> state.progress().complete() ? decided(order, at, by) : order;
            case Stage.Backordered _ ->
                order.heldInFull() ? order.with(state.with(new Stage.Reserved(), at, by, Optional.empty())) : order;
            case Stage.Reserved _ -> isPaid(state) ? confirmed(order, at, by) : order;
            case Stage.Rejecting rejecting ->
                releasedAll(order)
                        ? order.with(closed(state)
                                .with(new Stage.Rejected(rejecting.shortfalls()), at, by, Optional.empty()))
                        : order;
            case Stage.Cancelling cancelling -> cancelling(order, cancelling.cancellation(), at, by);
            case Stage.Confirmed _ -> shipped(order, at, by);
            case Stage.Shipped _ ->
                state.fulfilmentStatus() == FulfilmentStatus.DELIVERED
                        ? order.with(state.with(new Stage.Delivered(), at, by, Optional.empty()))
                        : order;
            case Stage.Review _, Stage.Delivered _, Stage.Cancelled _, Stage.Rejected _ -> order;
        };
    }

    private static Order decided(Order order, Instant at, Actor by) {
        Stage stage = order.heldInFull() ? new Stage.Reserved() : new Stage.Backordered();
        return order.with(order.state().with(stage, at, by, Optional.empty()));
    }

    private static boolean isPaid(OrderState state) {
        return state.payment() instanceof Payment.NotRequired || state.payment() instanceof Payment.Authorised;
    }

    private static Order confirmed(Order order, Instant at, Actor by) {
        SortedMap<LocationId, Shipment> shipments = new TreeMap<>();
        order.sources().forEach(location -> shipments.put(location, new Shipment.Ready()));
        return order.with(order.state()
                .with(new Stage.Confirmed(), at, by, Optional.empty())
                .with(shipments));
    }

    private static boolean releasedAll(Order order) {
        return order.nextToRelease(order.state().progress().released())
                == order.state().progress().held();
    }

    private static Order cancelling(Order order, Cancellation cancellation, Instant at, Actor by) {
        if (!releasedAll(order)) {
            return order;
        }
        OrderState released = order.state()
                .with(order.state()
                        .progress()
                        .releasedUpTo(order.state().progress().held()));
        return order.with(
                released.payment().settledWhenCancelled()
                        ? closed(released)
                                .with(new Stage.Cancelled(cancellation), at, by, Optional.of(cancellation.reason()))
                        : released);
    }

    /** An order that ends unpaid will never be charged. */
    private static OrderState closed(OrderState state) {
        return state.payment() instanceof Payment.Pending ? state.with(new Payment.Voided(0)) : state;
    }

    private static Order shipped(Order order, Instant at, Actor by) {
        OrderState state = order.state();
        for (var entry : state.shipments().entrySet()) {
            if (entry.getValue() instanceof Shipment.Dispatching dispatching
                    && order.nextToShip(entry.getKey(), dispatching.nextChunk())
                            == order.content().chunks()) {
                return order.with(state.with(entry.getKey(), new Shipment.Dispatched(dispatching.dispatch(), at)));
            }
        }
        boolean allLeft = switch (state.fulfilmentStatus()) {
            case SHIPPED, DELIVERED -> true;
            case NONE, READY, PARTIALLY_SHIPPED -> false;
        };
        return allLeft ? order.with(state.with(new Stage.Shipped(), at, by, Optional.empty())) : order;
    }
}
