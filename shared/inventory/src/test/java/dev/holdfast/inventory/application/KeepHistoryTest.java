package dev.holdfast.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepHistoryTest {
    private static final Sku CANDLE = new Sku("85123A");

    private final Map<EntryId, JournalEntry> journal = new HashMap<>();
    private final List<HistoryStep> written = new ArrayList<>();
    private final KeepHistory keep = new KeepHistory(
            ids -> {
                Map<EntryId, JournalEntry> found = new HashMap<>(journal);
                found.keySet().retainAll(ids);
                return found;
            },
            written::addAll);

    private static JournalEntry receipt(String reference) {
        return new JournalEntry(
                EntryId.of("RECEIPT", reference),
                JournalEntry.Kind.RECEIVE,
                Instant.parse("2026-11-24T09:30:00Z"),
                new Actor("warehouse"),
                Optional.empty(),
                List.of(new JournalEntry.Cause(JournalEntry.Cause.Type.RECEIPT, reference)),
                List.of(JournalEntry.Line.at(0, CANDLE, new LocationId("MAIN"), CounterChange.available(5))));
    }

    private static KeepHistory.Change change(Stock before, JournalEntry entry) {
        Stock after = before.after(Objects.requireNonNull(
                new StockChange(entry, Map.of(), List.of()).perSku().get(CANDLE)));
        return new KeepHistory.Change(before, after, Optional.empty(), Optional.of(entry.id()));
    }

    @Test
    void each_change_becomes_a_step_with_its_entry() {
        JournalEntry first = receipt("R1");
        JournalEntry second = receipt("R2");
        journal.put(first.id(), first);
        journal.put(second.id(), second);
        KeepHistory.Change one = change(Stock.none(CANDLE), first);
        KeepHistory.Change two = change(one.after(), second);
        assertThat(keep.run(List.of(one, two))).isEmpty();
        assertThat(written).extracting(HistoryStep::version).containsExactly(1L, 2L);
        assertThat(written.getLast().movement().orElseThrow().entryId()).isEqualTo(second.id());
        assertThat(written.getLast().after().available()).isEqualTo(10);
    }

    @Test
    void a_change_whose_entry_is_not_found_comes_again_and_its_neighbours_are_written() {
        JournalEntry second = receipt("R2");
        journal.put(second.id(), second);
        KeepHistory.Change one = change(Stock.none(CANDLE), receipt("R1"));
        KeepHistory.Change two = change(one.after(), second);
        assertThat(keep.run(List.of(one, two))).containsExactly(0);
        assertThat(written).extracting(HistoryStep::version).containsExactly(2L);
    }
}
