package dev.holdfast.inventory.domain;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The steps of a SKU's history that follow from two neighbouring versions of its stock. */
public final class History {
    private History() {}

    /**
     * One step per location that moved; one without a location where none did. Counts of the whole SKU stand in the
     * first.
     *
     * @param entry the entry that moved it; empty where only its thresholds changed
     */
    public static List<HistoryStep> steps(
            Stock before, Stock after, Optional<HistoryStep.Thresholds> thresholds, Optional<JournalEntry> entry) {
        Invariant.check(
                after.sku().equals(before.sku()) && after.version() == before.version() + 1,
                "a SKU's history leaves out no version");
        HistoryStep.Sums sums = new HistoryStep.Sums(
                after.available(), after.totals().reserved(), after.waiting(), after.onOrder(), thresholds);
        List<HistoryStep> steps = new ArrayList<>();
        for (Optional<LocationId> place : places(before, after)) {
            boolean first = steps.isEmpty();
            steps.add(new HistoryStep(
                    after.sku(),
                    after.version(),
                    place,
                    entry.map(cause -> movement(before, after, cause, place, first)),
                    sums));
        }
        return steps;
    }

    private static List<Optional<LocationId>> places(Stock before, Stock after) {
        SortedSet<LocationId> moved = new TreeSet<>(before.shelves().keySet());
        moved.addAll(after.shelves().keySet());
        moved.removeIf(location -> before.at(location).equals(after.at(location)));
        return moved.isEmpty()
                ? List.of(Optional.empty())
                : moved.stream().map(Optional::of).toList();
    }

    private static Movement movement(
            Stock before, Stock after, JournalEntry entry, Optional<LocationId> place, boolean first) {
        CounterChange counters = place.map(location -> change(before.at(location), after.at(location)))
                .orElse(CounterChange.NONE);
        Moves changes = first
                ? new Moves(
                        counters,
                        after.waiting() - before.waiting(),
                        after.tentative() - before.tentative(),
                        after.onOrder() - before.onOrder())
                : new Moves(counters, 0, 0, 0);
        return new Movement(
                after.version(),
                entry.id(),
                entry.at(),
                entry.kind(),
                place,
                changes,
                parts(entry, after.sku(), place, first),
                entry.actor(),
                entry.reason());
    }

    private static CounterChange change(Counters before, Counters after) {
        return new CounterChange(
                after.available() - before.available(),
                after.reserved() - before.reserved(),
                after.damaged() - before.damaged(),
                after.qualityControl() - before.qualityControl(),
                after.safety() - before.safety());
    }

    private static List<Movement.Part> parts(JournalEntry entry, Sku sku, Optional<LocationId> place, boolean first) {
        List<Movement.Part> parts = new ArrayList<>();
        for (int i = 0; i < entry.causes().size(); i++) {
            int cause = i;
            Moves moves = entry.lines().stream()
                    .filter(line -> line.cause() == cause && line.sku().equals(sku))
                    .map(line -> part(line, place, first))
                    .reduce(Moves.NONE, Moves::plus);
            if (!moves.equals(Moves.NONE)) {
                parts.add(new Movement.Part(entry.causes().get(cause), moves));
            }
        }
        return parts;
    }

    private static Moves part(JournalEntry.Line line, Optional<LocationId> place, boolean first) {
        CounterChange counters =
                line.location().isPresent() && line.location().equals(place) ? line.change() : CounterChange.NONE;
        return first ? new Moves(counters, line.waiting(), line.tentative(), 0) : new Moves(counters, 0, 0, 0);
    }
}
