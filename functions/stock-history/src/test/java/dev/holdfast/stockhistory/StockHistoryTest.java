package dev.holdfast.stockhistory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.aws.inventory.DynamoDbJournal;
import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.application.KeepHistory;
import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.inventory.domain.Moves;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockHistoryTest {
    private static final Path SAMPLES = Path.of("..", "..", "events", "invocations", "stock-history");
    private static final Sku CANDLE = new Sku("85123A");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final JournalEntry.Cause RECEIPT = new JournalEntry.Cause(JournalEntry.Cause.Type.RECEIPT, "R1");
    private static final JournalEntry.Cause FIRST = new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_1");
    private static final JournalEntry.Cause SECOND = new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_2");

    private final Tables tables = Tables.of("JournalTable", "StockHistoryTable");
    private final DynamoDbHistory history = new DynamoDbHistory(tables.client(), "StockHistoryTable");
    private final List<String> buried = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private final StockHistoryHandler handler = new StockHistoryHandler(
            new KeepHistory(new DynamoDbJournal(tables.client(), "JournalTable"), history),
            new JournalWatch(new EmbeddedMetrics("staging", () -> Instant.parse("2026-11-24T10:00:00Z"), metrics::add)),
            (id, content) -> buried.add(content));

    @BeforeEach
    void the_entries_of_the_samples() {
        entry(
                "jrn_sample_receipt",
                JournalEntry.Kind.RECEIVE,
                List.of(RECEIPT),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.available(100)));
        entry(
                "jrn_sample_reserve",
                JournalEntry.Kind.RESERVE,
                List.of(FIRST, SECOND),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.hold(6)),
                JournalEntry.Line.at(1, CANDLE, MAIN, CounterChange.hold(2)));
    }

    private void entry(String id, JournalEntry.Kind kind, List<JournalEntry.Cause> causes, JournalEntry.Line... lines) {
        JournalEntry entry = new JournalEntry(
                new EntryId(id),
                kind,
                Instant.parse("2026-11-24T09:30:00Z"),
                new Actor("tester"),
                Optional.empty(),
                causes,
                List.of(lines));
        tables.client().putItem(put -> put.tableName("JournalTable").item(JournalItem.of(entry)));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private List<String> failuresOf(String sample) {
        try {
            JsonNode event = new ObjectMapper().readTree(Files.readString(SAMPLES.resolve(sample + ".json")));
            return handler.answer(event, Deadline.inMillis(() -> 20_000)).findValuesAsText("itemIdentifier");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Movement> movements() {
        return history.newestFirst(CANDLE, 10, Optional.empty()).movements();
    }

    private static Moves holds(long units) {
        return new Moves(CounterChange.hold(units), 0, 0, 0);
    }

    @Test
    void committed_changes_become_the_history_of_their_sku() {
        assertThat(failuresOf("accepted")).isEmpty();
        assertThat(tables.all("StockHistoryTable")).hasSize(3);
        List<Movement> movements = movements();
        assertThat(movements).hasSize(2);
        assertThat(movements.getFirst().changes()).isEqualTo(holds(8));
        assertThat(movements.getFirst().causes())
                .containsExactly(new Movement.Part(FIRST, holds(6)), new Movement.Part(SECOND, holds(2)));
        assertThat(movements.getLast().kind()).isEqualTo(JournalEntry.Kind.RECEIVE);
        Item policy = new Item(tables.get("StockHistoryTable", "sku", "85123A", "step", "0000000003#"));
        assertThat(policy.string("kind")).isEqualTo("POLICY");
        assertThat(policy.number("reorderPointAfter")).isEqualTo(90);
        assertThat(policy.number("availableAfter")).isEqualTo(92);
    }

    @Test
    void changes_that_come_again_write_the_same_history() {
        failuresOf("accepted");
        var before = tables.all("StockHistoryTable");
        assertThat(failuresOf("repeated")).isEmpty();
        assertThat(tables.all("StockHistoryTable")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void a_record_that_is_not_understood_is_buried_whole_and_its_neighbours_go_on() {
        assertThat(failuresOf("malformed")).isEmpty();
        assertThat(buried).hasSize(1);
        assertThat(buried.getFirst()).contains("\"OldImage\"").contains("\"NewImage\"");
        assertThat(movements()).hasSize(1);
    }

    @Test
    void a_change_whose_entry_is_not_found_comes_again() {
        assertThat(failuresOf("partial-failure")).hasSize(1);
        assertThat(movements()).hasSize(1);
        assertThat(buried).isEmpty();
    }

    @Test
    void an_entry_that_was_changed_or_removed_is_counted_and_kept_as_evidence_whole() {
        assertThat(failuresOf("tampered")).isEmpty();
        assertThat(buried).hasSize(2);
        assertThat(buried.getFirst()).contains("\"OldImage\"").contains("\"NewImage\"");
        assertThat(buried.getLast()).contains("\"REMOVE\"");
        assertThat(metrics).hasSize(2);
        assertThat(metrics.getFirst())
                .isEqualTo("{\"_aws\":{\"Timestamp\":1795514400000,\"CloudWatchMetrics\":[{\"Namespace\":\"Holdfast\","
                        + "\"Dimensions\":[[\"Stage\"]],\"Metrics\":[{\"Name\":\"JournalTampered\",\"Unit\":\"Count\"}]}]},"
                        + "\"Stage\":\"staging\",\"JournalTampered\":1,\"change\":\"MODIFY\","
                        + "\"entryId\":\"jrn_sample_receipt\"}");
        assertThat(movements()).isEmpty();
    }
}
