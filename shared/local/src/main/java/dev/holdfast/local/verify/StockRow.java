package dev.holdfast.local.verify;

import dev.holdfast.inventory.CounterChange;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stock item as it stands in its table, whatever it holds: a verifier must be able to see a negative counter.
 *
 * @param shelves counters per location
 */
public record StockRow(
        String sku,
        long version,
        SortedMap<String, CounterChange> shelves,
        long waiting,
        long tentative,
        long onOrder,
        Optional<Long> reorderPoint,
        Optional<Long> rearmAbove) {
    public StockRow {
        shelves = Collections.unmodifiableSortedMap(new TreeMap<>(shelves));
    }

    CounterChange at(String location) {
        return shelves.getOrDefault(location, CounterChange.NONE);
    }
}
