package dev.holdfast.inventory;

import static dev.holdfast.inventory.JournalEntry.Kind.ADJUST;
import static dev.holdfast.inventory.JournalEntry.Kind.RECEIVE;
import static dev.holdfast.inventory.JournalEntry.Kind.RELEASE;
import static dev.holdfast.inventory.JournalEntry.Kind.RESERVE;
import static dev.holdfast.inventory.JournalEntry.Kind.SETTLE;
import static dev.holdfast.inventory.JournalEntry.Kind.SHIP;
import static dev.holdfast.inventory.Stockroom.BERLIN;
import static dev.holdfast.inventory.Stockroom.LONDON;
import static dev.holdfast.inventory.Stockroom.MUG;
import static dev.holdfast.inventory.Stockroom.NOW;
import static dev.holdfast.inventory.Stockroom.TEA;
import static dev.holdfast.inventory.Stockroom.place;
import static dev.holdfast.inventory.Stockroom.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.JournalEntry.Kind;
import dev.holdfast.inventory.JournalEntry.Line;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Invariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every kind of entry moves its own counters only, each in its direction: what cannot be booked cannot go wrong. */
class JournalEntryTest {
    private static final CounterChange NONE = CounterChange.NONE;

    private static JournalEntry entry(Kind kind, Line... lines) {
        JournalEntry.Cause cause = new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_1");
        return new JournalEntry(
                EntryId.of("TEST"), kind, NOW, new Actor("test"), Optional.empty(), List.of(cause), List.of(lines));
    }

    private static Line line(CounterChange change, long waiting, long tentative) {
        return new Line(0, MUG, Optional.of(BERLIN), change, waiting, tentative);
    }

    private static void books(Kind kind, CounterChange change, long waiting, long tentative) {
        Line line = line(change, waiting, tentative);
        assertThat(entry(kind, line).lines()).containsExactly(line);
    }

    private static void refuses(Kind kind, CounterChange change, long waiting, long tentative) {
        Line line = line(change, waiting, tentative);
        assertThatThrownBy(() -> entry(kind, line))
                .as("%s %s", kind, line)
                .isInstanceOf(Invariant.Broken.class)
                .hasMessageContaining(kind.name());
    }

    @Test
    void a_receipt_brings_goods_in_and_nothing_else() {
        books(RECEIVE, CounterChange.available(1), 0, 0);
        refuses(RECEIVE, NONE, 0, 0);
        refuses(RECEIVE, CounterChange.available(-1), 0, 0);
        refuses(RECEIVE, new CounterChange(1, 1, 0, 0, 0), 0, 0);
        refuses(RECEIVE, CounterChange.available(1), 1, 0);
        refuses(RECEIVE, CounterChange.available(1), 0, 1);
    }

    @Test
    void an_adjustment_moves_available_only_either_way() {
        books(ADJUST, CounterChange.available(2), 0, 0);
        books(ADJUST, CounterChange.available(-2), 0, 0);
        refuses(ADJUST, new CounterChange(0, 1, 0, 0, 0), 0, 0);
        refuses(ADJUST, CounterChange.available(2), -1, 0);
    }

    @Test
    void a_reservation_takes_from_available_what_it_reserves() {
        books(RESERVE, CounterChange.hold(2), 0, 0);
        books(RESERVE, CounterChange.hold(2), 1, 0);
        books(RESERVE, CounterChange.hold(2), -2, 0);
        books(RESERVE, CounterChange.hold(2), 0, 2);
        books(RESERVE, NONE, 3, 0);
        refuses(RESERVE, CounterChange.hold(-1), 0, 0);
        refuses(RESERVE, new CounterChange(-1, 2, 0, 0, 0), 0, 0);
        refuses(RESERVE, CounterChange.hold(1), 0, -1);
    }

    @Test
    void a_release_gives_back_and_never_takes() {
        books(RELEASE, CounterChange.hold(-2), 0, 0);
        books(RELEASE, CounterChange.hold(-2), -1, -2);
        books(RELEASE, NONE, -1, 0);
        refuses(RELEASE, CounterChange.hold(1), 0, 0);
        refuses(RELEASE, new CounterChange(1, -2, 0, 0, 0), 0, 0);
        refuses(RELEASE, CounterChange.hold(-1), 1, 0);
        refuses(RELEASE, CounterChange.hold(-1), 0, 1);
    }

    @Test
    void settling_moves_no_counter_and_only_ends_what_is_tentative() {
        books(SETTLE, NONE, 0, -1);
        refuses(SETTLE, NONE, 0, 0);
        refuses(SETTLE, NONE, 0, 1);
        refuses(SETTLE, CounterChange.hold(1), 0, -1);
        refuses(SETTLE, NONE, 1, -1);
    }

    @Test
    void what_ships_was_reserved() {
        books(SHIP, CounterChange.ship(1), 0, 0);
        refuses(SHIP, NONE, 0, 0);
        refuses(SHIP, CounterChange.ship(-1), 0, 0);
        refuses(SHIP, new CounterChange(-1, -1, 0, 0, 0), 0, 0);
        refuses(SHIP, CounterChange.ship(1), 1, 0);
    }

    @Test
    void what_lies_there_and_may_not_be_sold_is_moved_by_none_of_these() {
        for (Kind kind : Kind.values()) {
            refuses(kind, new CounterChange(1, 0, 1, 0, 0), 0, 0);
            refuses(kind, new CounterChange(1, 0, 0, 1, 0), 0, 0);
            refuses(kind, new CounterChange(1, 0, 0, 0, 1), 0, 0);
        }
        refuses(ADJUST, new CounterChange(1, 0, 1, 0, 0), 0, 0);
        refuses(ADJUST, new CounterChange(1, 0, 0, 1, 0), 0, 0);
        refuses(ADJUST, new CounterChange(1, 0, 0, 0, 1), 0, 0);
    }

    @Test
    void every_line_has_its_cause() {
        Line second = new Line(1, MUG, Optional.of(BERLIN), CounterChange.hold(1), 0, 0);
        Line nobody = new Line(-1, MUG, Optional.of(BERLIN), CounterChange.hold(1), 0, 0);
        assertThatThrownBy(() -> entry(RESERVE, second)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> entry(RESERVE, nobody)).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void counters_move_at_a_location() {
        assertThat(new Line(0, MUG, Optional.empty(), NONE, 1, 0).location()).isEmpty();
        assertThatThrownBy(() -> new Line(0, MUG, Optional.empty(), CounterChange.hold(1), 0, 0))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void what_a_change_does_to_a_sku_is_the_sum_of_its_lines() {
        JournalEntry entry = entry(
                RESERVE,
                line(CounterChange.hold(1), 0, 1),
                new Line(0, MUG, Optional.of(LONDON), CounterChange.hold(2), -2, 2),
                line(CounterChange.hold(4), 0, 4),
                new Line(0, MUG, Optional.empty(), NONE, 8, 0),
                new Line(0, TEA, Optional.empty(), NONE, 16, 0));
        LineGuard guard = new LineGuard.LineAt(3);
        StockChange change = new StockChange(entry, Map.of(MUG, guard), List.of(new LineMove.Join(waits(1, 8))));
        assertThat(change.perSku())
                .containsExactly(
                        Map.entry(
                                MUG,
                                new SkuChange(
                                        MUG,
                                        new TreeMap<>(
                                                Map.of(BERLIN, CounterChange.hold(5), LONDON, CounterChange.hold(2))),
                                        6,
                                        7,
                                        true,
                                        guard)),
                        Map.entry(TEA, new SkuChange(TEA, new TreeMap<>(), 16, 0, false, new LineGuard.Anyone())));
        assertThat(change.moves().getFirst().place()).isEqualTo(place(MUG, 1));
    }
}
