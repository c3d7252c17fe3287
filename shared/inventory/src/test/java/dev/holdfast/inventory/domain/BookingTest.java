package dev.holdfast.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingTest {
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final Sku CANDLE = new Sku("85123A");
    private static final Sku MUG = new Sku("21212");
    private static final Actor WAREHOUSE = new Actor("warehouse");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00.123456789Z");

    private static Booking receipt(String reference, Booking.Line... lines) {
        return new Booking.Receipt(new Reference(reference), MAIN, List.of(lines));
    }

    private static Booking adjustment(AdjustmentReason reason, Booking.Line... lines) {
        return new Booking.Adjustment(new Reference("A1"), MAIN, reason, List.of(lines));
    }

    private static AdjustmentReason reason(AdjustmentReason.Code code) {
        return new AdjustmentReason(code, Optional.empty());
    }

    @Test
    void lines_of_one_sku_move_it_once_in_sku_order() {
        JournalEntry entry = receipt(
                        "R1", new Booking.Line(CANDLE, 2), new Booking.Line(MUG, 7), new Booking.Line(CANDLE, 3))
                .entry(WAREHOUSE, NOW);
        assertThat(entry.lines())
                .containsExactly(
                        JournalEntry.Line.at(0, MUG, MAIN, CounterChange.available(7)),
                        JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.available(5)));
        assertThat(entry.causes()).containsExactly(new JournalEntry.Cause(JournalEntry.Cause.Type.RECEIPT, "R1"));
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-24T09:30:00.123Z"));
    }

    @Test
    void the_entry_follows_from_kind_and_reference_alone() {
        Booking.Line line = new Booking.Line(CANDLE, 2);
        assertThat(receipt("R1", line).entryId())
                .isEqualTo(receipt("R1", new Booking.Line(MUG, 9)).entryId())
                .isNotEqualTo(receipt("R2", line).entryId())
                .isNotEqualTo(receipt("r1", line).entryId());
        assertThat(adjustment(reason(AdjustmentReason.Code.FOUND), line).entryId())
                .isNotEqualTo(receipt("A1", line).entryId());
    }

    @Test
    void the_order_of_lines_is_no_content_and_everything_else_is() {
        Booking.Line two = new Booking.Line(CANDLE, 2);
        Booking.Line seven = new Booking.Line(MUG, 7);
        Booking first = receipt("R1", two, seven);
        assertThat(receipt("R1", seven, two).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(receipt("R1", seven, new Booking.Line(CANDLE, 3)).fingerprint())
                .isNotEqualTo(first.fingerprint());
        assertThat(new Booking.Receipt(new Reference("R1"), new LocationId("OTHER"), List.of(two, seven)).fingerprint())
                .isNotEqualTo(first.fingerprint());
        assertThat(adjustment(reason(AdjustmentReason.Code.FOUND), two).fingerprint())
                .isNotEqualTo(
                        adjustment(reason(AdjustmentReason.Code.OPENING), two).fingerprint());
    }

    @Test
    void lines_that_add_up_to_nothing_are_known() {
        Booking booking = adjustment(
                reason(AdjustmentReason.Code.CORRECTION),
                new Booking.Line(CANDLE, 3),
                new Booking.Line(CANDLE, -3),
                new Booking.Line(MUG, -1));
        assertThat(booking.atRest()).containsExactly(CANDLE);
    }

    @Test
    void what_is_received_comes_and_what_moves_has_bounds() {
        assertThat(Booking.Receipt.line(CANDLE, new Quantity(4)).units()).isEqualTo(4);
        assertThat(receipt("R1", new Booking.Line(CANDLE, 1)).lines()).hasSize(1);
        assertThatThrownBy(() -> receipt("R1", new Booking.Line(CANDLE, -1))).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Booking.Line(CANDLE, 0)).isInstanceOf(Invariant.Broken.class);
        assertThat(new Booking.Line(CANDLE, -Limits.QUANTITY_MAX).units()).isEqualTo(-Limits.QUANTITY_MAX);
        assertThatThrownBy(() -> new Booking.Line(CANDLE, -Limits.QUANTITY_MAX - 1L))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void a_reason_is_kept_with_its_note() {
        AdjustmentReason mice = new AdjustmentReason(AdjustmentReason.Code.OTHER, Optional.of("eaten: by mice"));
        assertThat(mice.text()).isEqualTo("OTHER: eaten: by mice");
        assertThat(AdjustmentReason.parse(mice.text())).isEqualTo(mice);
        AdjustmentReason lost = reason(AdjustmentReason.Code.LOST);
        assertThat(AdjustmentReason.parse(lost.text())).isEqualTo(lost);
        assertThat(adjustment(mice, new Booking.Line(MUG, -1))
                        .entry(WAREHOUSE, NOW)
                        .reason())
                .contains("OTHER: eaten: by mice");
        assertThatThrownBy(() -> reason(AdjustmentReason.Code.OTHER)).isInstanceOf(InvalidValue.class);
    }
}
