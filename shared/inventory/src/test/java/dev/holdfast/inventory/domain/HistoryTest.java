package dev.holdfast.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final LocationId NORTH = new LocationId("NORTH");
    private static final JournalEntry.Cause FIRST = new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_1");
    private static final JournalEntry.Cause SECOND = new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_2");
    private static final Optional<HistoryStep.Thresholds> NO_POLICY = Optional.empty();

    private final Stock before = new Stock(
            CANDLE,
            46,
            new TreeMap<>(Map.of(MAIN, new Counters(10, 1, 0, 0, 0), NORTH, new Counters(4, 0, 2, 0, 0))),
            0,
            7,
            0,
            5);

    private static JournalEntry entry(JournalEntry.Kind kind, JournalEntry.Line... lines) {
        return new JournalEntry(
                EntryId.of("TEST"),
                kind,
                Instant.parse("2026-11-24T09:30:00Z"),
                new Actor("stock-reservation"),
                Optional.empty(),
                List.of(FIRST, SECOND),
                List.of(lines));
    }

    private List<HistoryStep> steps(JournalEntry entry) {
        Stock after = before.after(Objects.requireNonNull(
                new StockChange(entry, Map.of(), List.of()).perSku().get(CANDLE)));
        return History.steps(before, after, NO_POLICY, Optional.of(entry));
    }

    private static Moves holds(long units) {
        return new Moves(CounterChange.hold(units), 0, 0, 0);
    }

    @Test
    void a_group_commit_is_one_movement_per_location_with_each_orders_part() {
        List<HistoryStep> steps = steps(entry(
                JournalEntry.Kind.RESERVE,
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.hold(6)),
                JournalEntry.Line.at(1, CANDLE, MAIN, CounterChange.hold(2)),
                JournalEntry.Line.at(1, CANDLE, NORTH, CounterChange.hold(1)),
                JournalEntry.Line.at(0, new Sku("OTHER"), MAIN, CounterChange.hold(99))));
        assertThat(steps).hasSize(2);
        Movement main = steps.getFirst().movement().orElseThrow();
        assertThat(main.version()).isEqualTo(47);
        assertThat(main.location()).contains(MAIN);
        assertThat(main.changes()).isEqualTo(holds(8));
        assertThat(main.causes())
                .containsExactly(new Movement.Part(FIRST, holds(6)), new Movement.Part(SECOND, holds(2)));
        Movement north = steps.getLast().movement().orElseThrow();
        assertThat(north.changes()).isEqualTo(holds(1));
        assertThat(north.causes()).containsExactly(new Movement.Part(SECOND, holds(1)));
        assertThat(steps)
                .allSatisfy(step ->
                        assertThat(step.after()).isEqualTo(new HistoryStep.Sums(5, 10, 0, 5, Optional.empty())));
    }

    @Test
    void who_only_takes_a_place_in_line_moves_at_no_location() {
        List<HistoryStep> steps = steps(entry(
                JournalEntry.Kind.RESERVE,
                new JournalEntry.Line(1, CANDLE, Optional.empty(), CounterChange.NONE, 3, 0)));
        assertThat(steps).hasSize(1);
        Movement movement = steps.getFirst().movement().orElseThrow();
        assertThat(movement.location()).isEmpty();
        assertThat(movement.changes()).isEqualTo(new Moves(CounterChange.NONE, 3, 0, 0));
        assertThat(movement.causes())
                .containsExactly(new Movement.Part(SECOND, new Moves(CounterChange.NONE, 3, 0, 0)));
        assertThat(steps.getFirst().after().waiting()).isEqualTo(3);
    }

    @Test
    void counts_of_the_whole_sku_stand_once_with_the_first_location() {
        List<HistoryStep> steps = steps(entry(
                JournalEntry.Kind.RESERVE,
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.hold(10)),
                JournalEntry.Line.at(0, CANDLE, NORTH, CounterChange.hold(4)),
                new JournalEntry.Line(0, CANDLE, Optional.empty(), CounterChange.NONE, 2, 14)));
        assertThat(steps)
                .extracting(step -> step.movement().orElseThrow().changes())
                .containsExactly(new Moves(CounterChange.hold(10), 2, 14, 0), holds(4));
    }

    @Test
    void a_policy_is_a_step_in_which_nothing_moves() {
        Stock after = new Stock(CANDLE, 47, before.shelves(), 0, 7, 0, 5);
        HistoryStep.Thresholds thresholds = new HistoryStep.Thresholds(20, 25);
        assertThat(History.steps(before, after, Optional.of(thresholds), Optional.empty()))
                .containsExactly(new HistoryStep(
                        CANDLE,
                        47,
                        Optional.empty(),
                        Optional.empty(),
                        new HistoryStep.Sums(14, 1, 0, 5, Optional.of(thresholds))));
    }

    @Test
    void each_counter_and_count_moves_by_what_it_rose() {
        Stock after = new Stock(
                CANDLE,
                47,
                new TreeMap<>(Map.of(MAIN, new Counters(7, 3, 5, 9, 17), NORTH, new Counters(4, 0, 2, 0, 0))),
                6,
                8,
                10,
                25);
        Stock from = new Stock(
                CANDLE,
                46,
                new TreeMap<>(Map.of(MAIN, new Counters(10, 1, 1, 2, 3), NORTH, new Counters(4, 0, 2, 0, 0))),
                1,
                7,
                4,
                5);
        JournalEntry entry = entry(JournalEntry.Kind.ADJUST);
        assertThat(History.steps(from, after, NO_POLICY, Optional.of(entry)))
                .singleElement()
                .satisfies(step -> {
                    Movement movement = step.movement().orElseThrow();
                    assertThat(movement.location()).contains(MAIN);
                    assertThat(movement.changes()).isEqualTo(new Moves(new CounterChange(-3, 2, 4, 7, 14), 5, 6, 20));
                    assertThat(movement.causes()).isEmpty();
                });
    }

    @Test
    void parts_of_one_document_add_up() {
        assertThat(new Moves(CounterChange.hold(1), 2, 3, 4).plus(new Moves(CounterChange.hold(10), 20, 30, 40)))
                .isEqualTo(new Moves(CounterChange.hold(11), 22, 33, 44));
    }

    @Test
    void no_version_is_left_out() {
        Stock later = new Stock(CANDLE, 48, before.shelves(), 0, 7, 0, 5);
        assertThatThrownBy(() -> History.steps(before, later, NO_POLICY, Optional.empty()))
                .isInstanceOf(Invariant.Broken.class);
    }
}
