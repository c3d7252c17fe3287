package dev.holdfast.aws.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.item.ItemSize;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.domain.AdjustmentReason;
import dev.holdfast.inventory.domain.Booking;
import dev.holdfast.inventory.port.Bookings;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Contract({"StockTable", "JournalTable"})
class DynamoDbBookingsTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final Sku MUG = new Sku("21212");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final Actor WAREHOUSE = new Actor("warehouse");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Bookings.Outcome DONE = new Bookings.Outcome.Committed();

    private final Tables tables;
    private final DynamoDbBookings bookings;
    private final DynamoDbStocks stocks;

    DynamoDbBookingsTest(Tables tables) {
        this.tables = tables;
        this.bookings = new DynamoDbBookings(tables.client(), "StockTable", "JournalTable");
        this.stocks = new DynamoDbStocks(tables.client(), "StockTable");
    }

    @BeforeEach
    void a_candle_that_was_never_stocked() {
        known(CANDLE);
    }

    private void known(Sku sku) {
        tables.put("StockTable", "shelf", StockKeys.shelf(sku), "item", "STOCK", "version", 0);
    }

    private static Booking receipt(String reference, Booking.Line... lines) {
        return new Booking.Receipt(new Reference(reference), MAIN, List.of(lines));
    }

    private static Booking loss(String reference, Booking.Line... lines) {
        return new Booking.Adjustment(
                new Reference(reference),
                MAIN,
                new AdjustmentReason(AdjustmentReason.Code.LOST, Optional.empty()),
                List.of(lines));
    }

    private Bookings.Outcome commit(Booking booking) {
        return bookings.commit(
                new StockChange(booking.entry(WAREHOUSE, NOW), Map.of(), List.of()), booking.fingerprint());
    }

    private long available() {
        return stocks.read(List.of(CANDLE)).of(CANDLE).available();
    }

    @Test
    void a_receipt_moves_the_counters_and_stands_in_the_journal() {
        Booking booking = receipt("R1", new Booking.Line(CANDLE, 5));
        assertThat(commit(booking)).isEqualTo(DONE);
        assertThat(available()).isEqualTo(5);
        assertThat(bookings.find(booking.entryId()))
                .contains(new Bookings.Recorded(booking.entry(WAREHOUSE, NOW), booking.fingerprint()));
        assertThat(bookings.find(receipt("R2", new Booking.Line(CANDLE, 5)).entryId()))
                .isEmpty();
    }

    @Test
    void a_reference_books_once_and_answers_what_it_booked() {
        Booking booking = receipt("R1", new Booking.Line(CANDLE, 5));
        commit(booking);
        Bookings.Outcome exists = new Bookings.Outcome.Exists(
                new Bookings.Recorded(booking.entry(WAREHOUSE, NOW), booking.fingerprint()));
        assertThat(commit(booking)).isEqualTo(exists);
        assertThat(commit(receipt("R1", new Booking.Line(CANDLE, 6)))).isEqualTo(exists);
        assertThat(commit(receipt("R1", new Booking.Line(MUG, 6)))).isEqualTo(exists);
        assertThat(available()).isEqualTo(5);
    }

    @Test
    void a_repetition_is_known_though_it_could_not_be_booked_any_more() {
        commit(receipt("R1", new Booking.Line(CANDLE, 5)));
        Booking all = loss("A1", new Booking.Line(CANDLE, -5));
        assertThat(commit(all)).isEqualTo(DONE);
        assertThat(commit(all)).isInstanceOf(Bookings.Outcome.Exists.class);
        assertThat(available()).isZero();
    }

    @Test
    void unknown_and_short_skus_are_named_and_nothing_is_written() {
        commit(receipt("R1", new Booking.Line(CANDLE, 5)));
        assertThat(commit(receipt("R2", new Booking.Line(CANDLE, 1), new Booking.Line(MUG, 1))))
                .isEqualTo(new Bookings.Outcome.Refused(Set.of(MUG)));
        assertThat(commit(loss("A1", new Booking.Line(CANDLE, -6), new Booking.Line(MUG, -1))))
                .isEqualTo(new Bookings.Outcome.Refused(Set.of(CANDLE, MUG)));
        assertThat(available()).isEqualTo(5);
        assertThat(tables.all("JournalTable")).hasSize(1);
    }

    @Test
    void ninety_skus_are_booked_in_one_transaction() {
        Booking.Line[] lines = IntStream.range(0, Limits.STOCK_LINES_MAX)
                .mapToObj(i -> new Booking.Line(new Sku("S".repeat(36) + (1000 + i)), Limits.QUANTITY_MAX))
                .toArray(Booking.Line[]::new);
        for (Booking.Line line : lines) {
            known(line.sku());
        }
        assertThat(commit(receipt("R1", lines))).isEqualTo(DONE);
        assertThat(ItemSize.writeUnits(ItemSize.bytes(tables.all("JournalTable").getFirst())))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void a_receipt_of_one_sku_costs_four_write_units() {
        commit(receipt("R".repeat(64), new Booking.Line(CANDLE, 5)));
        int stock = ItemSize.writeUnits(ItemSize.bytes(tables.all("StockTable").getFirst()));
        int entry =
                ItemSize.writeUnits(ItemSize.bytes(tables.all("JournalTable").getFirst()));
        assertThat(2 * (stock + entry)).isEqualTo(4);
    }
}
