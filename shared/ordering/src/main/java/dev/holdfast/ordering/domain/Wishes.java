package dev.holdfast.ordering.domain;

import dev.holdfast.kernel.LocationId;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Decision;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.ReviewDecision;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What people and channels may ask of an order, and what becomes of it. Pure. */
public final class Wishes {
    private Wishes() {}

    /** Before dispatch only; by the caller's reference, so that a repetition is known. */
    public static Decision cancel(Order order, Cancellation wish) {
        return switch (order.state().stage()) {
            case Stage.Cancelling at -> repeated(at.cancellation(), wish);
            case Stage.Cancelled at -> repeated(at.cancellation(), wish);
            case Stage.Rejecting _, Stage.Rejected _, Stage.Shipped _, Stage.Delivered _ -> refusedByState();
            case Stage.Placed _, Stage.Reserved _, Stage.Backordered _, Stage.Confirmed _, Stage.Review _ ->
                hasLeft(order.state())
                        ? refusedByState()
                        : new Decision.Change(List.of(new OrderEvent.CancellationRequested(wish)));
        };
    }

    private static Decision repeated(Cancellation earlier, Cancellation wish) {
        if (!Objects.equals(earlier.reference(), wish.reference())) {
            return refusedByState();
        }
        return earlier.equals(wish) ? new Decision.Replay() : new Decision.Refused(Decision.Refusal.KEY_REUSED);
    }

    private static boolean hasLeft(OrderState state) {
        return state.shipments().values().stream().anyMatch(shipment -> !(shipment instanceof Shipment.Ready));
    }

    /** By the shipment: the same dispatch again is known, another one is a conflict. */
    public static Decision dispatch(Order order, LocationId location, Shipment.Dispatch wish) {
        Shipment shipment = order.state().shipments().get(location);
        return switch (shipment) {
            case null -> refusedByState();
            case Shipment.Ready _ -> new Decision.Change(List.of(new OrderEvent.DispatchStarted(location, wish)));
            case Shipment.Dispatching at -> repeated(at.dispatch().equals(wish));
            case Shipment.Dispatched at -> repeated(at.dispatch().equals(wish));
            case Shipment.Delivered at -> repeated(at.dispatch().equals(wish));
            case Shipment.Cancelled _ -> refusedByState();
        };
    }

    /** By the shipment, once it has left. */
    public static Decision deliver(Order order, LocationId location, Instant deliveredAt) {
        Shipment shipment = order.state().shipments().get(location);
        return switch (shipment) {
            case null -> refusedByState();
            case Shipment.Ready _, Shipment.Dispatching _, Shipment.Cancelled _ -> refusedByState();
            case Shipment.Dispatched _ ->
                new Decision.Change(List.of(new OrderEvent.ShipmentDelivered(location, deliveredAt)));
            case Shipment.Delivered at -> repeated(at.deliveredAt().equals(deliveredAt));
        };
    }

    /** By the order, while it is in review. */
    public static Decision review(Order order, ReviewDecision wish) {
        if (order.state().review().isPresent()) {
            return repeated(order.state().review().get().equals(wish));
        }
        return order.state().stage() instanceof Stage.Review
                ? new Decision.Change(List.of(new OrderEvent.Reviewed(wish)))
                : refusedByState();
    }

    private static Decision repeated(boolean same) {
        return same ? new Decision.Replay() : new Decision.Refused(Decision.Refusal.KEY_REUSED);
    }

    private static Decision refusedByState() {
        return new Decision.Refused(Decision.Refusal.STATE);
    }
}
