package dev.holdfast.local.verify;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.LocationId;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What journal entries add up to for one SKU.
 *
 * @param shelves per location
 */
record Counted(SortedMap<String, CounterChange> shelves, long waiting, long tentative) {
    static Counted nothing() {
        return new Counted(new TreeMap<>(), 0, 0);
    }

    /** What these entries add up to, per SKU. */
    static SortedMap<String, Counted> perSku(Collection<JournalEntry> entries) {
        SortedMap<String, Counted> sums = new TreeMap<>();
        for (JournalEntry entry : entries) {
            for (JournalEntry.Line line : entry.lines()) {
                sums.merge(line.sku().value(), nothing().plus(line), Counted::plus);
            }
        }
        return sums;
    }

    private Counted plus(JournalEntry.Line line) {
        SortedMap<String, CounterChange> moved = new TreeMap<>(shelves);
        line.location()
                .map(LocationId::value)
                .ifPresent(location -> moved.merge(location, line.change(), CounterChange::plus));
        return new Counted(moved, waiting + line.waiting(), tentative + line.tentative());
    }

    Counted plus(Counted other) {
        SortedMap<String, CounterChange> moved = new TreeMap<>(shelves);
        other.shelves.forEach((location, change) -> moved.merge(location, change, CounterChange::plus));
        return new Counted(moved, waiting + other.waiting, tentative + other.tentative);
    }

    CounterChange at(String location) {
        return shelves.getOrDefault(location, CounterChange.NONE);
    }

    CounterChange total() {
        return shelves.values().stream().reduce(CounterChange.NONE, CounterChange::plus);
    }

    static String words(CounterChange counters) {
        return "available " + counters.available() + ", reserved " + counters.reserved() + ", damaged "
                + counters.damaged() + ", quality control " + counters.qualityControl() + ", safety "
                + counters.safety();
    }
}
