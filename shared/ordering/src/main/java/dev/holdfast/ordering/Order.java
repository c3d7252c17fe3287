package dev.holdfast.ordering;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.LinePlace;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order, from acceptance to its end.
 *
 * <p>It is born PLACED. The stock decision makes it RESERVED (all held), BACKORDERED (some held, the rest in line) or
 * REJECTED. A reserved order is CONFIRMED when its payment is authorised or none is needed; the wrong amount puts it in
 * REVIEW. The warehouse makes it SHIPPED, the carrier DELIVERED. Until goods leave it may be CANCELLED, by way of
 * CANCELLING while stock or money is still to be given back. DELIVERED, CANCELLED and REJECTED are final.
 *
 * <p>What happens is decided elsewhere ({@code domain}); {@link #after} applies it. Both are pure.
 *
 * @param held what is held or was shipped, per chunk of the demand
 */
public record Order(OrderContent content, OrderState state, SortedMap<Integer, List<Held>> held) {
    public Order {
        TreeMap<Integer, List<Held>> copy = new TreeMap<>();
        held.forEach((chunk, all) -> {
            if (!all.isEmpty()) {
                copy.put(chunk, List.copyOf(all));
            }
        });
        held = Collections.unmodifiableSortedMap(copy);
    }

    /** A new order, not yet committed: its first commit makes it version 1. */
    public static Order accepted(OrderContent content, Actor by) {
        Payment payment = switch (content.payment().method()) {
            case INVOICE -> new Payment.NotRequired();
            case SANDBOX -> new Payment.Pending(0);
        };
        boolean tentative = content.policy() == AllocationPolicy.ALL_OR_NOTHING && content.chunks() > 1;
        OrderState fresh = new OrderState(
                0,
                new Stage.Placed(),
                payment,
                Progress.start(content.chunks(), tentative),
                new TreeMap<>(),
                List.of(new Transition(OrderStatus.PLACED, content.placedAt(), by, Optional.empty())),
                Optional.empty(),
                Optional.empty());
        return new Order(content, fresh.committedAt(content.placedAt()), new TreeMap<>());
    }

    /** This order after one commit in which these events happened, and all that follows from them at once. */
    public Order after(List<OrderEvent> events, Instant at, Actor by) {
        Order next = this;
        for (OrderEvent event : events) {
            next = Evolution.of(next, event, at, by);
        }
        next = Completion.of(next, at, by);
        return new Order(next.content, next.state.committedAt(at), next.held);
    }

    Order with(OrderState next) {
        return new Order(content, next, held);
    }

    public List<Held> heldIn(int chunk) {
        return held.getOrDefault(chunk, List.of());
    }

    /** Everything held or shipped, in SKU order by chunk. */
    public List<Held> allHeld() {
        return held.values().stream().flatMap(List::stream).toList();
    }

    /** Units held or shipped per SKU, of one chunk. */
    private Map<Sku, Long> allocatedIn(int chunk) {
        Map<Sku, Long> units = new HashMap<>();
        heldIn(chunk)
                .forEach(held ->
                        units.merge(held.allocation().sku(), held.allocation().units(), Long::sum));
        return units;
    }

    /**
     * What of this chunk stands in line: what a backorder could not hold. Empty before the chunk was decided, and after
     * it was released.
     */
    public List<WaitingDemand> waitingIn(int chunk) {
        Progress progress = state.progress();
        if (content.policy() != AllocationPolicy.BACKORDER || chunk >= progress.held() || chunk < progress.released()) {
            return List.of();
        }
        Map<Sku, Long> allocated = allocatedIn(chunk);
        List<WaitingDemand> waiting = new ArrayList<>();
        for (Demand demand : content.chunk(chunk)) {
            long missing = demand.units() - allocated.getOrDefault(demand.sku(), 0L);
            Invariant.check(missing >= 0, "never more is held than was ordered");
            if (missing > 0) {
                waiting.add(new WaitingDemand(placeFor(demand.sku()), missing));
            }
        }
        return waiting;
    }

    /** Whether the order stands in line for just this: what was read of the line may be older than the order. */
    public boolean standsInLineFor(WaitingDemand demand) {
        return waitingIn(content.chunkOf(demand.place().sku())).contains(demand);
    }

    public LinePlace placeFor(Sku sku) {
        return new LinePlace(sku, content.placedAt(), content.id());
    }

    /** Whether nothing of the demand is left to hold. */
    boolean heldInFull() {
        for (int chunk = 0; chunk < content.chunks(); chunk++) {
            if (!waitingIn(chunk).isEmpty()) {
                return false;
            }
        }
        return state.progress().complete();
    }

    /** The first chunk from here on that holds something open or stands in line, or the end. */
    public int nextToRelease(int from) {
        for (int chunk = from; chunk < state.progress().held(); chunk++) {
            if (!heldIn(chunk).isEmpty() || !waitingIn(chunk).isEmpty()) {
                return chunk;
            }
        }
        return state.progress().held();
    }

    /** The first chunk from here on with goods of this location to ship, or the end. */
    public int nextToShip(LocationId location, int from) {
        for (int chunk = from; chunk < content.chunks(); chunk++) {
            if (heldIn(chunk).stream()
                    .anyMatch(held ->
                            !held.shipped() && held.allocation().location().equals(location))) {
                return chunk;
            }
        }
        return content.chunks();
    }

    /** The locations that this order is served from. */
    List<LocationId> sources() {
        return allHeld().stream()
                .map(Held::allocation)
                .map(Allocation::location)
                .distinct()
                .sorted()
                .toList();
    }
}
