package dev.holdfast.inventory;

import dev.holdfast.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of a newcomer's demand, given the shelf as it is. Pure: the write that follows verifies the numbers that
 * this was decided from.
 *
 * <p>A newcomer takes from a SKU only where nobody waits. Where somebody does, the line is served first and the
 * newcomer decided again; it is refused only when what is free ({@link Stock#free()}) really falls short, and not
 * because of what a wide order holds tentatively and may give back.
 */
public sealed interface Reservation {
    /** Everything is there. */
    record Held(List<Allocation> allocations) implements Reservation {}

    /** Some of it is there, the rest takes its place in the line. */
    record PartlyHeld(List<Allocation> allocations, List<Demand> waiting) implements Reservation {}

    /** Refused, with every SKU that falls short. */
    record FallsShort(List<Shortfall> shortfalls) implements Reservation {}

    /** Enough for all, but others come first: serve these lines, then decide again. */
    record LineFirst(Set<Sku> skus) implements Reservation {}

    /** Short only by what an unfinished wide order holds: decide again when it has ended. */
    record Undecided(Set<Sku> skus) implements Reservation {}

    /** Decides for demand that is added up per SKU. */
    static Reservation decide(List<Demand> demands, AllocationPolicy policy, Shelf shelf, Sourcing sourcing) {
        return switch (policy) {
            case ALL_OR_NOTHING -> allOrNothing(demands, shelf, sourcing);
            case BACKORDER -> backorder(demands, shelf, sourcing);
        };
    }

    private static Reservation allOrNothing(List<Demand> demands, Shelf shelf, Sourcing sourcing) {
        List<Shortfall> shortfalls = new ArrayList<>();
        Set<Sku> tentative = new TreeSet<>();
        Set<Sku> lines = new TreeSet<>();
        for (Demand demand : demands) {
            Stock stock = shelf.of(demand.sku());
            if (stock.free() + stock.tentative() < demand.units()) {
                shortfalls.add(new Shortfall(demand.sku(), demand.units(), stock.availableToPromise()));
            } else if (stock.free() < demand.units()) {
                tentative.add(demand.sku());
            } else if (stock.waiting() > 0) {
                lines.add(demand.sku());
            }
        }
        if (!shortfalls.isEmpty()) {
            return new FallsShort(shortfalls);
        }
        if (!tentative.isEmpty()) {
            return new Undecided(tentative);
        }
        return lines.isEmpty() ? new Held(sourcing.choose(demands, shelf)) : new LineFirst(lines);
    }

    private static Reservation backorder(List<Demand> demands, Shelf shelf, Sourcing sourcing) {
        List<Demand> now = new ArrayList<>();
        List<Demand> later = new ArrayList<>();
        Set<Sku> lines = new TreeSet<>();
        for (Demand demand : demands) {
            Stock stock = shelf.of(demand.sku());
            long there = Math.min(demand.units(), stock.availableToPromise());
            if (there > 0 && stock.waiting() > 0) {
                lines.add(demand.sku());
            } else {
                if (there > 0) {
                    now.add(new Demand(demand.sku(), there));
                }
                if (there < demand.units()) {
                    later.add(new Demand(demand.sku(), demand.units() - there));
                }
            }
        }
        if (!lines.isEmpty()) {
            return new LineFirst(lines);
        }
        List<Allocation> allocations = sourcing.choose(now, shelf);
        return later.isEmpty() ? new Held(allocations) : new PartlyHeld(allocations, later);
    }
}
