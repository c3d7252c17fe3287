package dev.holdfast.ordering;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an event makes of an order. Pure; an event that cannot happen in this state is a broken invariant. */
final class Evolution {
    private Evolution() {}

    static Order of(Order order, OrderEvent event, Instant at, Actor by) {
        OrderState state = order.state();
        return switch (event) {
            case OrderEvent.ChunkHeld held ->
                holding(order, held.allocations())
                        .with(state.with(state.progress().heldOneMore()));
            case OrderEvent.ChunkSettled _ ->
                order.with(state.with(state.progress().settledOneMore()));
            case OrderEvent.FellShort shortfall ->
                order.with(state.with(new Stage.Rejecting(shortfall.shortfalls()), at, by, Optional.empty()));
            case OrderEvent.ChunkReleased released -> releasing(order, released.chunk());
            case OrderEvent.Filled filled -> holding(order, filled.allocations());
            case OrderEvent.CancellationRequested request -> cancelling(order, request.cancellation(), at, by);
            case OrderEvent.DispatchStarted start ->
                order.with(state.with(start.location(), new Shipment.Dispatching(start.dispatch(), 0)));
            case OrderEvent.ChunkShipped shipped -> shipping(order, shipped);
            case OrderEvent.ShipmentDelivered delivered -> delivered(order, delivered);
            case OrderEvent.AuthorisationStarted _ -> order.with(authorising(state));
            case OrderEvent.Authorised authorised -> authorised(order, authorised.minor(), at, by);
            case OrderEvent.AuthorisationDeclined _ -> declined(order, at, by);
            case OrderEvent.ProviderAway _ -> order.with(providerAway(state));
            case OrderEvent.CaptureStarted _ ->
                order.with(state.with(new Payment.Capturing(state.payment().authorisedMinor())));
            case OrderEvent.Captured _ ->
                order.with(state.with(new Payment.Captured(state.payment().authorisedMinor())));
            case OrderEvent.CaptureDeclined _ ->
                order.with(
                        state.with(new Payment.CaptureDeclined(state.payment().authorisedMinor())));
            case OrderEvent.VoidStarted _ ->
                order.with(state.with(new Payment.Voiding(state.payment().authorisedMinor())));
            case OrderEvent.Voided _ ->
                order.with(state.with(new Payment.Voided(state.payment().authorisedMinor())));
            case OrderEvent.VoidDeclined _ ->
                order.with(state.with(new Payment.VoidDeclined(state.payment().authorisedMinor())));
            case OrderEvent.Reviewed reviewed -> reviewed(order, reviewed.decision(), at, by);
        };
    }

    /** The goods of the next chunk, or goods that came for the line, are ours. */
    private static Order holding(Order order, List<Allocation> allocations) {
        SortedMap<Integer, List<Held>> held = new TreeMap<>(order.held());
        for (Allocation allocation : allocations) {
            int chunk = order.content().chunkOf(allocation.sku());
            List<Held> longer = new ArrayList<>(held.getOrDefault(chunk, List.of()));
            longer.add(Held.open(allocation));
            held.put(chunk, longer);
        }
        return new Order(order.content(), order.state(), held);
    }

    private static Order releasing(Order order, int chunk) {
        SortedMap<Integer, List<Held>> held = new TreeMap<>(order.held());
        List<Held> gone = held.remove(chunk);
        Invariant.check(gone == null || gone.stream().noneMatch(Held::shipped), "what was shipped is not released");
        OrderState state = order.state();
        return new Order(order.content(), state.with(state.progress().releasedUpTo(chunk + 1)), held);
    }

    private static Order cancelling(Order order, Cancellation cancellation, Instant at, Actor by) {
        SortedMap<LocationId, Shipment> cancelled = new TreeMap<>();
        order.state().shipments().keySet().forEach(location -> cancelled.put(location, new Shipment.Cancelled()));
        return order.with(order.state()
                .with(new Stage.Cancelling(cancellation), at, by, Optional.of(cancellation.reason()))
                .with(cancelled));
    }

    private static Order shipping(Order order, OrderEvent.ChunkShipped event) {
        SortedMap<Integer, List<Held>> held = new TreeMap<>(order.held());
        held.computeIfPresent(
                event.chunk(),
                (_, all) -> all.stream()
                        .map(one -> one.allocation().location().equals(event.location()) ? one.asShipped() : one)
                        .toList());
        if (!(order.state().shipments().get(event.location()) instanceof Shipment.Dispatching dispatching)) {
            throw new Invariant.Broken("only what is being dispatched is shipped");
        }
        Shipment next = new Shipment.Dispatching(dispatching.dispatch(), event.chunk() + 1);
        return new Order(order.content(), order.state().with(event.location(), next), held);
    }

    private static Order delivered(Order order, OrderEvent.ShipmentDelivered event) {
        if (!(order.state().shipments().get(event.location()) instanceof Shipment.Dispatched left)) {
            throw new Invariant.Broken("only what has left arrives");
        }
        return order.with(order.state()
                .with(event.location(), new Shipment.Delivered(left.dispatch(), left.at(), event.deliveredAt())));
    }

    private static OrderState authorising(OrderState state) {
        int attempts = state.payment() instanceof Payment.Pending pending ? pending.attempts() : 0;
        return state.with(new Payment.Authorising(attempts));
    }

    private static OrderState providerAway(OrderState state) {
        int attempts = state.payment() instanceof Payment.Authorising authorising ? authorising.attempts() : 0;
        return state.with(new Payment.Pending(attempts + 1));
    }

    private static Order authorised(Order order, long minor, Instant at, Actor by) {
        boolean asAsked = minor == order.content().totalMinor();
        OrderState state = order.state().with(asAsked ? new Payment.Authorised(minor) : new Payment.WrongAmount(minor));
        boolean held = state.stage() instanceof Stage.Reserved;
        return order.with(
                held && !asAsked
                        ? state.with(new Stage.Review(), at, by, Optional.of(Payment.WrongAmount.REASON))
                        : state);
    }

    private static Order declined(Order order, Instant at, Actor by) {
        Order declined = order.with(order.state().with(new Payment.Declined()));
        return order.state().stage() instanceof Stage.Reserved
                ? cancelling(declined, Cancellation.ours(Cancellation.PAYMENT_DECLINED), at, by)
                : declined;
    }

    private static Order reviewed(Order order, ReviewDecision decision, Instant at, Actor by) {
        Order decided = order.with(order.state().with(decision));
        return switch (decision.verdict()) {
            case APPROVE ->
                decided.with(decided.state()
                        .with(new Payment.Authorised(decided.state().payment().authorisedMinor()))
                        .with(new Stage.Reserved(), at, by, Optional.of(decision.reason())));
            case CANCEL -> cancelling(decided, new Cancellation(Optional.empty(), decision.reason()), at, by);
        };
    }
}
