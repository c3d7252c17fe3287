package dev.holdfast.local.verify;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** I17: replaying the journal in the order of each SKU's history gives every step's sums and the counters of now. */
public final class Rebuilt implements Check {
    @Override
    public String invariant() {
        return "I17";
    }

    @Override
    public String statement() {
        return "rebuilt: the journal, replayed in the order of the history, gives each step and the counters";
    }

    @Override
    public String scope(Snapshot snapshot) {
        long versions =
                snapshot.stock().values().stream().mapToLong(StockRow::version).sum();
        return versions + " versions of " + snapshot.stock().size() + " SKUs";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        Map<String, SortedMap<String, Counted>> entries = new TreeMap<>();
        snapshot.journal().forEach((id, entry) -> entries.put(id, Counted.perSku(List.of(entry))));
        for (StockRow row : snapshot.stock().values()) {
            List<HistoryRow> rows = snapshot.history().getOrDefault(row.sku(), List.of());
            Optional<Violation> violation = check(row, rows, entries);
            if (violation.isPresent()) {
                return violation;
            }
        }
        for (String sku : snapshot.history().keySet()) {
            if (!snapshot.stock().containsKey(sku)) {
                return violation("there is a history of " + sku + ", which has no stock item");
            }
        }
        return everyEntryIsTold(snapshot);
    }

    private Optional<Violation> check(
            StockRow row, List<HistoryRow> rows, Map<String, SortedMap<String, Counted>> entries) {
        TreeMap<Long, List<HistoryRow>> versions = new TreeMap<>();
        rows.forEach(step ->
                versions.computeIfAbsent(step.version(), _ -> new ArrayList<>()).add(step));
        Counted sum = Counted.nothing();
        long expected = 1;
        for (Map.Entry<Long, List<HistoryRow>> version : versions.entrySet()) {
            String at = row.sku() + " version " + version.getKey();
            if (version.getKey() != expected) {
                return violation("the history of " + row.sku() + " leaves out version " + expected);
            }
            expected++;
            HistoryRow first = version.getValue().getFirst();
            Counted change = Counted.nothing();
            if (first.entryId().isPresent()) {
                SortedMap<String, Counted> entry = entries.get(first.entryId().get());
                if (entry == null || !entry.containsKey(row.sku())) {
                    return violation(at + " names journal entry "
                            + first.entryId().get() + ", which does not move this SKU or is not there");
                }
                change = entry.getOrDefault(row.sku(), Counted.nothing());
            }
            sum = sum.plus(change);
            Optional<String> difference = difference(version.getValue(), change, sum);
            if (difference.isPresent()) {
                return violation(at + ": " + difference.get());
            }
        }
        if (row.version() != expected - 1) {
            return violation(row.sku() + " is at version " + row.version() + "; its history ends at " + (expected - 1));
        }
        return Optional.empty();
    }

    private static Optional<String> difference(List<HistoryRow> rows, Counted change, Counted sum) {
        Counted told = Counted.nothing();
        for (HistoryRow row : rows) {
            if (!row.entryId().equals(rows.getFirst().entryId())) {
                return Optional.of("its steps name different entries");
            }
            SortedMap<String, CounterChange> shelf = new TreeMap<>();
            if (!row.location().isEmpty()) {
                shelf.put(row.location(), row.changes());
            }
            told = told.plus(new Counted(shelf, row.waiting(), row.tentative()));
            HistoryRow.Sums after = row.after();
            CounterChange total = sum.total();
            if (after.available() != total.available()
                    || after.reserved() != total.reserved()
                    || after.waiting() != sum.waiting()) {
                return Optional.of("the history says available " + after.available() + ", reserved " + after.reserved()
                        + ", waiting " + after.waiting() + "; the journal adds up to available " + total.available()
                        + ", reserved " + total.reserved() + ", waiting " + sum.waiting());
            }
        }
        return moved(told).equals(moved(change))
                ? Optional.empty()
                : Optional.of("the history tells of " + moved(told) + "; its journal entry moves " + moved(change));
    }

    /** Without shelves on which nothing moved. */
    private static Counted moved(Counted counted) {
        SortedMap<String, CounterChange> shelves = new TreeMap<>(counted.shelves());
        shelves.values().removeIf(CounterChange.NONE::equals);
        return new Counted(shelves, counted.waiting(), counted.tentative());
    }

    private Optional<Violation> everyEntryIsTold(Snapshot snapshot) {
        Set<String> told = new HashSet<>();
        for (List<HistoryRow> rows : snapshot.history().values()) {
            Set<String> versions = new HashSet<>();
            for (HistoryRow row : rows) {
                if (row.entryId().isPresent()
                        && versions.add(Long.toString(row.version()))
                        && !told.add(row.sku() + " " + row.entryId().get())) {
                    return violation("journal entry " + row.entryId().get() + " moved " + row.sku()
                            + " at two versions, the second is " + row.version());
                }
            }
        }
        for (JournalEntry entry : snapshot.journal().values()) {
            for (JournalEntry.Line line : entry.lines()) {
                if (!told.contains(line.sku() + " " + entry.id())) {
                    return violation("journal entry " + entry.id() + " moves " + line.sku()
                            + "; no step of its history tells of it");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> violation(String what) {
        return Optional.of(new Violation(invariant(), what));
    }
}
