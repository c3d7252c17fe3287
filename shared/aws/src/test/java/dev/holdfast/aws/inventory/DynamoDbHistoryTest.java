package dev.holdfast.aws.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.item.ItemSize;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.inventory.domain.Moves;
import dev.holdfast.inventory.port.Movements;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@Contract("StockHistoryTable")
class DynamoDbHistoryTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final Sku MUG = new Sku("21212");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final JournalEntry.Cause ORDER = new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_1");
    private static final HistoryStep.Sums SUMS =
            new HistoryStep.Sums(14, 1, 2, 5, Optional.of(new HistoryStep.Thresholds(20, 25)));

    private final Tables tables;
    private final DynamoDbHistory history;

    DynamoDbHistoryTest(Tables tables) {
        this.tables = tables;
        this.history = new DynamoDbHistory(tables.client(), "StockHistoryTable");
    }

    private static HistoryStep movement(Sku sku, long version, Optional<LocationId> location) {
        Moves moves = new Moves(CounterChange.hold(3), location.isPresent() ? 0 : 2, 3, 1);
        Movement movement = new Movement(
                version,
                EntryId.of("TEST", Long.toString(version)),
                Instant.parse("2026-11-24T09:30:00.123Z"),
                JournalEntry.Kind.RESERVE,
                location,
                moves,
                List.of(new Movement.Part(ORDER, moves)),
                new Actor("stock-reservation"),
                version % 2 == 0 ? Optional.of("why not") : Optional.empty());
        return new HistoryStep(sku, version, location, Optional.of(movement), SUMS);
    }

    private static HistoryStep policy(long version) {
        return new HistoryStep(CANDLE, version, Optional.empty(), Optional.empty(), SUMS);
    }

    private static Movement of(HistoryStep step) {
        return step.movement().orElseThrow();
    }

    @Test
    void movements_come_back_newest_first_and_policies_are_left_out() {
        HistoryStep nine = movement(CANDLE, 9, Optional.of(MAIN));
        HistoryStep ten = movement(CANDLE, 10, Optional.of(MAIN));
        HistoryStep waits = movement(CANDLE, 12, Optional.empty());
        history.write(List.of(nine, ten, policy(11), waits, movement(MUG, 99, Optional.of(MAIN))));
        Movements.Page page = history.newestFirst(CANDLE, 10, Optional.empty());
        assertThat(page.movements()).containsExactly(of(waits), of(ten), of(nine));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void pages_leave_nothing_out_and_say_nothing_twice() {
        List<HistoryStep> steps = new ArrayList<>();
        LongStream.rangeClosed(1, 60)
                .forEach(version ->
                        steps.add(version % 3 == 0 ? policy(version) : movement(CANDLE, version, Optional.of(MAIN))));
        history.write(steps);
        List<Long> versions = new ArrayList<>();
        Optional<Movements.Place> place = Optional.empty();
        int pages = 0;
        do {
            Movements.Page page = history.newestFirst(CANDLE, 8, place);
            page.movements().forEach(movement -> versions.add(movement.version()));
            place = page.next().map(Movements.Place::step).flatMap(DynamoDbHistory::place);
            pages++;
        } while (place.isPresent());
        assertThat(pages).isEqualTo(5);
        assertThat(versions).hasSize(40).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void a_page_that_ends_with_the_list_is_the_last() {
        history.write(
                List.of(movement(CANDLE, 1, Optional.of(MAIN)), movement(CANDLE, 2, Optional.of(MAIN)), policy(3)));
        assertThat(history.newestFirst(CANDLE, 2, Optional.empty()).next()).isEmpty();
        assertThat(history.newestFirst(CANDLE, 1, Optional.empty()).next()).isPresent();
        assertThat(history.newestFirst(MUG, 1, Optional.empty()).movements()).isEmpty();
    }

    @Test
    void a_step_written_twice_stands_once_even_in_one_batch() {
        HistoryStep step = movement(CANDLE, 1, Optional.of(MAIN));
        history.write(List.of(step, step));
        history.write(List.of(step));
        assertThat(tables.all("StockHistoryTable")).hasSize(1);
    }

    @Test
    void a_row_says_the_sums_after_its_version() {
        history.write(List.of(policy(7)));
        Item row = new Item(tables.get("StockHistoryTable", "sku", "85123A", "step", "0000000007#"));
        assertThat(row.string("kind")).isEqualTo("POLICY");
        assertThat(row.number("version")).isEqualTo(7);
        assertThat(row.number("availableAfter")).isEqualTo(14);
        assertThat(row.number("reservedAfter")).isEqualTo(1);
        assertThat(row.number("waitingAfter")).isEqualTo(2);
        assertThat(row.number("onOrderAfter")).isEqualTo(5);
        assertThat(row.number("reorderPointAfter")).isEqualTo(20);
        assertThat(row.number("rearmAboveAfter")).isEqualTo(25);
    }

    @Test
    void a_row_of_one_cause_costs_one_write_unit() {
        assertThat(ItemSize.writeUnits(ItemSize.bytes(HistoryItem.of(movement(CANDLE, 1, Optional.of(MAIN))))))
                .isEqualTo(1);
    }

    @Test
    void only_a_place_in_a_history_is_a_cursor() {
        assertThat(DynamoDbHistory.place("0000000007#MAIN")).isPresent();
        assertThat(DynamoDbHistory.place("0000000007#")).isPresent();
        assertThat(DynamoDbHistory.place("7#MAIN")).isEmpty();
        assertThat(DynamoDbHistory.place("0000000007#MAIN\u0000")).isEmpty();
    }
}
