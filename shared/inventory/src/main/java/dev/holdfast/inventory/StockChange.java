package dev.holdfast.inventory;

import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A planned change of stock, to be committed in one transaction with the documents that caused it. The counters follow
 * from the journal entry, so they can never move without one.
 *
 * @param guards what must be true of a SKU's line; {@link LineGuard.Anyone} where none is named
 * @param moves moves in the lines, at most one per place
 */
public record StockChange(JournalEntry entry, Map<Sku, LineGuard> guards, List<LineMove> moves) {
    public StockChange {
        guards = Map.copyOf(guards);
        moves = List.copyOf(moves);
    }

    /** The journal's lines added up per SKU, in SKU order. */
    public SortedMap<Sku, SkuChange> perSku() {
        Set<Sku> lineMoves = new HashSet<>();
        moves.forEach(move -> lineMoves.add(move.place().sku()));
        SortedMap<Sku, SkuChange> changes = new TreeMap<>();
        for (JournalEntry.Line line : entry.lines()) {
            changes.merge(line.sku(), first(line, lineMoves.contains(line.sku())), StockChange::sum);
        }
        return changes;
    }

    private SkuChange first(JournalEntry.Line line, boolean lineMoves) {
        SortedMap<LocationId, CounterChange> counters = new TreeMap<>();
        line.location().ifPresent(location -> counters.put(location, line.change()));
        return new SkuChange(
                line.sku(),
                counters,
                line.waiting(),
                line.tentative(),
                lineMoves,
                guards.getOrDefault(line.sku(), new LineGuard.Anyone()));
    }

    private static SkuChange sum(SkuChange a, SkuChange b) {
        SortedMap<LocationId, CounterChange> counters = new TreeMap<>(a.counters());
        b.counters().forEach((location, change) -> counters.merge(location, change, CounterChange::plus));
        return new SkuChange(
                a.sku(), counters, a.waiting() + b.waiting(), a.tentative() + b.tentative(), a.lineMoves(), a.guard());
    }
}
