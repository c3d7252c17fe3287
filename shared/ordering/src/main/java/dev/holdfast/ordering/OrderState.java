package dev.holdfast.ordering;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of an order changes and fits its header.
 *
 * @param version rises by one with every commit
 * @param review what support decided, once it has
 * @param due when somebody looks at this order again; absent in a final state
 */
public record OrderState(
        long version,
        Stage stage,
        Payment payment,
        Progress progress,
        SortedMap<LocationId, Shipment> shipments,
        List<Transition> history,
        Optional<ReviewDecision> review,
        Optional<Instant> due) {
    public OrderState {
        shipments = Collections.unmodifiableSortedMap(new TreeMap<>(shipments));
        history = List.copyOf(history);
    }

    public OrderStatus status() {
        return stage.status();
    }

    /** The fulfilment axis, which follows from the shipments. */
    public FulfilmentStatus fulfilmentStatus() {
        List<ShipmentStatus> all =
                shipments.values().stream().map(Shipment::status).toList();
        if (all.isEmpty() || all.contains(ShipmentStatus.CANCELLED)) {
            return FulfilmentStatus.NONE;
        }
        if (all.stream().allMatch(ShipmentStatus.DELIVERED::equals)) {
            return FulfilmentStatus.DELIVERED;
        }
        long left = all.stream()
                .filter(status -> status == ShipmentStatus.DISPATCHED || status == ShipmentStatus.DELIVERED)
                .count();
        if (left == 0) {
            return FulfilmentStatus.READY;
        }
        return left == all.size() ? FulfilmentStatus.SHIPPED : FulfilmentStatus.PARTIALLY_SHIPPED;
    }

    /** When the order last entered this status, if it ever did. */
    public Optional<Instant> since(OrderStatus status) {
        return history.reversed().stream()
                .filter(step -> step.status() == status)
                .map(Transition::at)
                .findFirst();
    }

    OrderState with(Stage next, Instant at, Actor by, Optional<String> reason) {
        List<Transition> longer = new ArrayList<>(history);
        if (next.status() != stage.status()) {
            longer.add(new Transition(next.status(), at, by, reason));
        }
        return new OrderState(version, next, payment, progress, shipments, longer, review, due);
    }

    OrderState with(Payment next) {
        return new OrderState(version, stage, next, progress, shipments, history, review, due);
    }

    OrderState with(Progress next) {
        return new OrderState(version, stage, payment, next, shipments, history, review, due);
    }

    OrderState with(ReviewDecision decided) {
        return new OrderState(version, stage, payment, progress, shipments, history, Optional.of(decided), due);
    }

    OrderState with(SortedMap<LocationId, Shipment> next) {
        return new OrderState(version, stage, payment, progress, next, history, review, due);
    }

    OrderState with(LocationId location, Shipment next) {
        SortedMap<LocationId, Shipment> all = new TreeMap<>(shipments);
        all.put(location, next);
        return with(all);
    }

    /** This state as the next commit writes it. */
    OrderState committedAt(Instant now) {
        return new OrderState(version + 1, stage, payment, progress, shipments, history, review, DueTime.of(this, now));
    }
}
