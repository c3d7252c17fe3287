package dev.holdfast.inventory;

import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of a SKU's stock at one version. Born empty with its SKU, it changes only by a {@link StockChange}
 * and never ends.
 *
 * @param version rises by one with every change
 * @param shelves counters per location
 * @param waiting units that backorders wait for
 * @param lineVersion rises by one whenever the line of waiting demand moves
 * @param tentative units among the reserved that a wide order holds and may yet give back
 * @param onOrder units ordered from suppliers and not yet received
 */
public record Stock(
        Sku sku,
        long version,
        SortedMap<LocationId, Counters> shelves,
        long waiting,
        long lineVersion,
        long tentative,
        long onOrder) {
    public Stock {
        Invariant.check(waiting >= 0 && tentative >= 0 && onOrder >= 0, "no count of " + sku + " is negative");
        shelves = Collections.unmodifiableSortedMap(new TreeMap<>(shelves));
    }

    /** A SKU that nobody has stocked yet. */
    public static Stock none(Sku sku) {
        return new Stock(sku, 0, new TreeMap<>(), 0, 0, 0, 0);
    }

    public Counters at(LocationId location) {
        return shelves.getOrDefault(location, Counters.NONE);
    }

    public Counters totals() {
        return shelves.values().stream().reduce(Counters.NONE, Counters::plus);
    }

    public long available() {
        return totals().available();
    }

    /** Available less what others already wait for; below zero where more wait than is there. */
    public long free() {
        return available() - waiting;
    }

    /** What may be promised to a newcomer: {@link #free()}, never below zero. */
    public long availableToPromise() {
        return Math.max(0, free());
    }

    /** This stock after a change of its counters and of its line. */
    public Stock after(SkuChange change) {
        TreeMap<LocationId, Counters> moved = new TreeMap<>(shelves);
        change.counters()
                .forEach((location, delta) -> moved.put(location, at(location).plus(delta)));
        return new Stock(
                sku,
                version + 1,
                moved,
                waiting + change.waiting(),
                change.lineMoves() ? lineVersion + 1 : lineVersion,
                tentative + change.tentative(),
                onOrder);
    }
}
