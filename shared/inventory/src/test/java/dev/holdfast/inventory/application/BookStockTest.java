package dev.holdfast.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.inventory.domain.AdjustmentReason;
import dev.holdfast.inventory.domain.Booking;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.inventory.port.Bookings;
import dev.holdfast.inventory.port.LocationStore;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the warehouse is told when the store answers so or so; the store's own rules are tested at its adapter. */
class BookStockTest {
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final Sku CANDLE = new Sku("85123A");
    private static final Sku MUG = new Sku("21212");
    private static final Actor WAREHOUSE = new Actor("warehouse");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Bookings.Outcome DONE = new Bookings.Outcome.Committed();
    private static final Bookings.Outcome BUSY = new Bookings.Outcome.Contended();
    private static final Bookings.Outcome LOST = new Bookings.Outcome.Unknown();

    private final Deque<Bookings.Outcome> answers = new ArrayDeque<>();
    private final List<Integer> pauses = new ArrayList<>();
    private final List<Stock> shelf = new ArrayList<>();
    private Optional<Bookings.Recorded> journal = Optional.empty();
    private boolean timeIsShort;

    private final BookStock book = new BookStock(
            new Bookings() {
                @Override
                public Outcome commit(StockChange change, Fingerprint content) {
                    return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
                }

                @Override
                public Optional<Recorded> find(EntryId id) {
                    return journal.filter(recorded -> recorded.entry().id().equals(id));
                }
            },
            new Stocks() {
                @Override
                public Shelf read(Collection<Sku> skus) {
                    return Shelf.of(shelf);
                }

                @Override
                public List<WaitingDemand> front(Sku sku, int most) {
                    return List.of();
                }
            },
            new LocationStore() {
                @Override
                public LocationRegister read() {
                    return LocationRegister.EMPTY;
                }

                @Override
                public CommitOutcome write(LocationRegister next) {
                    return new CommitOutcome.Committed();
                }

                @Override
                public boolean knows(LocationId id) {
                    return id.equals(MAIN);
                }
            },
            pauses::add);

    private void store(Bookings.Outcome... outcomes) {
        answers.addAll(Arrays.asList(outcomes));
    }

    private void stock(Sku sku, long available) {
        shelf.add(new Stock(sku, 1, new TreeMap<>(Map.of(MAIN, new Counters(available, 0, 0, 0, 0))), 0, 0, 0, 0));
    }

    private static Booking receipt(Booking.Line... lines) {
        return new Booking.Receipt(new Reference("R1"), MAIN, List.of(lines));
    }

    private static Booking loss(Booking.Line... lines) {
        return new Booking.Adjustment(
                new Reference("A1"),
                MAIN,
                new AdjustmentReason(AdjustmentReason.Code.LOST, Optional.empty()),
                List.of(lines));
    }

    private static Bookings.Recorded recorded(Booking booking, Instant at) {
        return new Bookings.Recorded(booking.entry(WAREHOUSE, at), booking.fingerprint());
    }

    private BookStock.Answer book(Booking booking) {
        return book.run(booking, WAREHOUSE, NOW, Deadline.inMillis(() -> timeIsShort ? 0 : 1));
    }

    private static BookStock.Answer booked(JournalEntry entry) {
        return new BookStock.Answer.Booked(entry);
    }

    private static final Booking FIVE = receipt(new Booking.Line(CANDLE, 5));

    @Test
    void a_receipt_is_booked_at_once() {
        store(DONE);
        assertThat(book(FIVE)).isEqualTo(booked(FIVE.entry(WAREHOUSE, NOW)));
        assertThat(pauses).isEmpty();
    }

    @Test
    void the_same_receipt_again_is_answered_with_the_original() {
        Bookings.Recorded original = recorded(FIVE, NOW.minusSeconds(3600));
        store(new Bookings.Outcome.Exists(original));
        assertThat(book(FIVE)).isEqualTo(new BookStock.Answer.Replayed(original.entry()));
    }

    @Test
    void another_receipt_under_the_same_reference_is_refused() {
        store(new Bookings.Outcome.Exists(recorded(receipt(new Booking.Line(CANDLE, 6)), NOW)));
        assertThat(book(FIVE)).isEqualTo(new BookStock.Answer.ReferenceTaken());
    }

    @Test
    void a_receipt_whose_answer_was_lost_is_booked_when_its_entry_is_found() {
        store(LOST, new Bookings.Outcome.Exists(recorded(FIVE, NOW)));
        assertThat(book(FIVE)).isEqualTo(booked(FIVE.entry(WAREHOUSE, NOW)));
    }

    @Test
    void a_receipt_asked_for_twice_in_one_moment_is_booked_once_and_replayed_once() {
        store(BUSY, new Bookings.Outcome.Exists(recorded(FIVE, NOW)));
        assertThat(book(FIVE)).isEqualTo(new BookStock.Answer.Replayed(FIVE.entry(WAREHOUSE, NOW)));
    }

    @Test
    void contention_is_waited_out_for_a_while() {
        store(BUSY, BUSY, LOST, DONE);
        assertThat(book(FIVE)).isInstanceOf(BookStock.Answer.Booked.class);
        assertThat(pauses).containsExactly(1, 2, 3);
    }

    @Test
    void contention_without_end_is_handed_back() {
        store(BUSY);
        assertThat(book(FIVE)).isEqualTo(new BookStock.Answer.Busy());
        assertThat(pauses).hasSize(Attempts.MAX - 1);
    }

    @Test
    void no_other_try_begins_when_time_is_short() {
        timeIsShort = true;
        store(BUSY, DONE);
        assertThat(book(FIVE)).isEqualTo(new BookStock.Answer.Busy());
        assertThat(pauses).isEmpty();
    }

    @Test
    void an_unknown_sku_is_named() {
        stock(MUG, 0);
        store(new Bookings.Outcome.Refused(Set.of(CANDLE)));
        assertThat(book(FIVE)).isEqualTo(new BookStock.Answer.UnknownSkus(Set.of(CANDLE)));
    }

    @Test
    void an_unknown_location_is_refused_before_anything_is_written() {
        Booking elsewhere =
                new Booking.Receipt(new Reference("R1"), new LocationId("MOON"), List.of(new Booking.Line(CANDLE, 5)));
        assertThat(book(elsewhere)).isEqualTo(new BookStock.Answer.UnknownLocation());
    }

    @Test
    void lines_that_add_up_to_nothing_are_refused_before_anything_is_written() {
        assertThat(book(loss(new Booking.Line(CANDLE, -5), new Booking.Line(CANDLE, 5))))
                .isEqualTo(new BookStock.Answer.NothingMoves(Set.of(CANDLE)));
    }

    @Test
    void more_than_is_available_cannot_go() {
        stock(CANDLE, 4);
        stock(MUG, 9);
        store(new Bookings.Outcome.Refused(Set.of(CANDLE)));
        assertThat(book(loss(new Booking.Line(CANDLE, -2), new Booking.Line(CANDLE, -3), new Booking.Line(MUG, -9))))
                .isEqualTo(new BookStock.Answer.TooFew(List.of(new Shortfall(CANDLE, 5, 4))));
    }

    @Test
    void what_has_meanwhile_arrived_is_tried_again() {
        stock(CANDLE, 5);
        store(new Bookings.Outcome.Refused(Set.of(CANDLE)), DONE);
        assertThat(book(loss(new Booking.Line(CANDLE, -5)))).isInstanceOf(BookStock.Answer.Booked.class);
    }

    @Test
    void a_repetition_is_known_even_where_the_store_only_says_that_too_few_are_left() {
        Booking all = loss(new Booking.Line(CANDLE, -5));
        stock(CANDLE, 0);
        journal = Optional.of(recorded(all, NOW.minusSeconds(60)));
        store(new Bookings.Outcome.Refused(Set.of(CANDLE)));
        assertThat(book.run(all, WAREHOUSE, LATER, Deadline.NONE)).isInstanceOf(BookStock.Answer.Replayed.class);
    }
}
