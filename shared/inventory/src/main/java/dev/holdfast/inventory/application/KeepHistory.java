package dev.holdfast.inventory.application;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.domain.History;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.inventory.port.HistoryBook;
import dev.holdfast.inventory.port.Journal;
import dev.holdfast.kernel.EntryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes committed changes of stock into the histories of their SKUs; doing it again changes nothing. */
public final class KeepHistory {
    private final Journal journal;
    private final HistoryBook history;

    public KeepHistory(Journal journal, HistoryBook history) {
        this.journal = journal;
        this.history = history;
    }

    /**
     * A committed change of one SKU's stock.
     *
     * @param thresholds of its reorder policy, after the change
     * @param cause the entry committed with it; empty where only the thresholds changed
     */
    public record Change(
            Stock before, Stock after, Optional<HistoryStep.Thresholds> thresholds, Optional<EntryId> cause) {}

    /** Answers the positions of those changes whose entry is not to be found: they were not written. */
    public Set<Integer> run(List<Change> changes) {
        Map<EntryId, JournalEntry> entries = journal.read(changes.stream()
                .map(Change::cause)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        List<HistoryStep> steps = new ArrayList<>();
        Set<Integer> unexplained = new HashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Optional<JournalEntry> entry = change.cause().map(entries::get);
            if (change.cause().isPresent() && entry.isEmpty()) {
                unexplained.add(i);
            } else {
                steps.addAll(History.steps(change.before(), change.after(), change.thresholds(), entry));
            }
        }
        history.write(steps);
        return unexplained;
    }
}
