package dev.holdfast.inventory.application;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.domain.Booking;
import dev.holdfast.inventory.port.Bookings;
import dev.holdfast.inventory.port.LocationStore;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Books a receipt or an adjustment: one transaction, tried first and explained where it is refused. The entry's id
 * follows from the reference, so a second try finds what the first one wrote.
 */
public final class BookStock {
    private final Bookings bookings;
    private final Stocks stocks;
    private final LocationStore locations;
    private final Attempts attempts;

    public BookStock(Bookings bookings, Stocks stocks, LocationStore locations, Backoff backoff) {
        this.bookings = bookings;
        this.stocks = stocks;
        this.locations = locations;
        this.attempts = new Attempts(backoff);
    }

    /** What the warehouse is told. */
    public sealed interface Answer {
        /** Booked, as this entry. */
        record Booked(JournalEntry entry) implements Answer {}

        /** Booked before with the same content, as this entry. */
        record Replayed(JournalEntry entry) implements Answer {}

        /** The reference stands for another booking. */
        record ReferenceTaken() implements Answer {}

        /** There is no such location. */
        record UnknownLocation() implements Answer {}

        /** There are no such SKUs. */
        record UnknownSkus(Set<Sku> skus) implements Answer {}

        /** The lines of these SKUs add up to nothing. */
        record NothingMoves(Set<Sku> skus) implements Answer {}

        /** Fewer units are available at the location than shall go. */
        record TooFew(List<Shortfall> shortfalls) implements Answer {}

        /** Not now; asking again is safe. */
        record Busy() implements Answer {}
    }

    public Answer run(Booking booking, Actor by, Instant now, Deadline deadline) {
        if (!locations.knows(booking.location())) {
            return new Answer.UnknownLocation();
        }
        if (!booking.atRest().isEmpty()) {
            return new Answer.NothingMoves(booking.atRest());
        }
        return attempts.answer(deadline, new Trying(booking, booking.entry(by, now)))
                .orElseGet(Answer.Busy::new);
    }

    /** One booking, until it is answered. */
    private final class Trying implements Supplier<Optional<Answer>> {
        private final Booking booking;
        private final JournalEntry entry;
        private boolean maybeWritten;

        Trying(Booking booking, JournalEntry entry) {
            this.booking = booking;
            this.entry = entry;
        }

        @Override
        public Optional<Answer> get() {
            return switch (bookings.commit(new StockChange(entry, Map.of(), List.of()), booking.fingerprint())) {
                case Bookings.Outcome.Committed _ -> Optional.of(new Answer.Booked(entry));
                case Bookings.Outcome.Exists exists -> Optional.of(repeated(exists.recorded()));
                case Bookings.Outcome.Refused refused -> explain(refused.skus());
                case Bookings.Outcome.Contended _ -> Optional.empty();
                case Bookings.Outcome.Unknown _ -> {
                    maybeWritten = true;
                    yield Optional.empty();
                }
            };
        }

        /** After an answer that was lost, the very entry that we tried to write is our own work. */
        private Answer repeated(Bookings.Recorded recorded) {
            if (maybeWritten && recorded.entry().equals(entry)) {
                return new Answer.Booked(entry);
            }
            return recorded.content().equals(booking.fingerprint())
                    ? new Answer.Replayed(recorded.entry())
                    : new Answer.ReferenceTaken();
        }

        /** Why these SKUs were refused; no answer where by now nothing speaks against them. */
        private Optional<Answer> explain(Set<Sku> skus) {
            Optional<Bookings.Recorded> recorded = bookings.find(entry.id());
            if (recorded.isPresent()) {
                return recorded.map(this::repeated);
            }
            Shelf shelf = stocks.read(skus);
            Set<Sku> unknown = skus.stream()
                    .filter(sku -> !shelf.stocks().containsKey(sku))
                    .collect(Collectors.toSet());
            if (!unknown.isEmpty()) {
                return Optional.of(new Answer.UnknownSkus(unknown));
            }
            List<Shortfall> shortfalls = shortfalls(booking, shelf);
            return shortfalls.isEmpty() ? Optional.empty() : Optional.of(new Answer.TooFew(shortfalls));
        }
    }

    private static List<Shortfall> shortfalls(Booking booking, Shelf shelf) {
        SortedMap<Sku, Long> units = booking.addedUp();
        return units.keySet().stream()
                .filter(shelf.stocks()::containsKey)
                .map(sku -> new Shortfall(
                        sku,
                        -units.getOrDefault(sku, 0L),
                        shelf.of(sku).at(booking.location()).available()))
                .filter(shortfall -> shortfall.requested() > shortfall.available())
                .toList();
    }
}
