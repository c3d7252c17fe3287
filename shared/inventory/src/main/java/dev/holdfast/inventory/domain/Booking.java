package dev.holdfast.inventory.domain;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A change of what lies on the shelves of one location, asked for by the warehouse. It is born with its reference and
 * lives in the journal as one entry; the same reference never books twice.
 */
public sealed interface Booking {
    Reference reference();

    LocationId location();

    /** As asked for; a SKU may stand on several lines. */
    List<Line> lines();

    /** The kind of entry it becomes. */
    JournalEntry.Kind kind();

    /** What it is called as the cause of a change. */
    JournalEntry.Cause.Type causeType();

    /** Why, where it says so. */
    Optional<String> reasonText();

    /** Units of a SKU that come (above zero) or go. */
    record Line(Sku sku, long units) {
        public Line {
            Invariant.check(
                    units != 0 && Math.abs(units) <= Limits.QUANTITY_MAX, "a line moves something, and not too much");
        }
    }

    /** Goods come in. */
    record Receipt(Reference reference, LocationId location, List<Line> lines) implements Booking {
        public Receipt {
            lines = List.copyOf(lines);
            Invariant.check(lines.stream().allMatch(line -> line.units > 0), "goods that are received come");
        }

        /** A line of a receipt. */
        public static Line line(Sku sku, Quantity quantity) {
            return new Line(sku, quantity.units());
        }

        @Override
        public JournalEntry.Kind kind() {
            return JournalEntry.Kind.RECEIVE;
        }

        @Override
        public JournalEntry.Cause.Type causeType() {
            return JournalEntry.Cause.Type.RECEIPT;
        }

        @Override
        public Optional<String> reasonText() {
            return Optional.empty();
        }
    }

    /** The shelf differs from the book, and the book is put right. */
    record Adjustment(Reference reference, LocationId location, AdjustmentReason reason, List<Line> lines)
            implements Booking {
        public Adjustment {
            lines = List.copyOf(lines);
        }

        @Override
        public JournalEntry.Kind kind() {
            return JournalEntry.Kind.ADJUST;
        }

        @Override
        public JournalEntry.Cause.Type causeType() {
            return JournalEntry.Cause.Type.ADJUSTMENT;
        }

        @Override
        public Optional<String> reasonText() {
            return Optional.of(reason.text());
        }
    }

    /** Units per SKU, in SKU order: two lines of one SKU move it once. */
    default SortedMap<Sku, Long> addedUp() {
        TreeMap<Sku, Long> sums = new TreeMap<>();
        lines().forEach(line -> sums.merge(line.sku(), line.units(), Math::addExact));
        return sums;
    }

    /** SKUs whose lines add up to nothing. */
    default Set<Sku> atRest() {
        return addedUp().entrySet().stream()
                .filter(sum -> sum.getValue() == 0)
                .map(sum -> sum.getKey())
                .collect(Collectors.toSet());
    }

    /** The entry's id: it follows from kind and reference. */
    default EntryId entryId() {
        return EntryId.of(causeType().name(), reference().value());
    }

    /** The content by which a repetition is told from another request: reason, location and units per SKU. */
    default Fingerprint fingerprint() {
        return Fingerprint.of(
                causeType() + "\n" + location() + "\n" + reasonText().orElse("") + "\n"
                        + addedUp().entrySet().stream()
                                .map(sum -> sum.getKey() + " " + sum.getValue())
                                .collect(Collectors.joining("\n")));
    }

    /** The journal entry that it becomes. */
    default JournalEntry entry(Actor by, Instant at) {
        return new JournalEntry(
                entryId(),
                kind(),
                at.truncatedTo(ChronoUnit.MILLIS),
                by,
                reasonText(),
                List.of(new JournalEntry.Cause(causeType(), reference().value())),
                addedUp().entrySet().stream()
                        .map(sum -> JournalEntry.Line.at(
                                0, sum.getKey(), location(), CounterChange.available(sum.getValue())))
                        .toList());
    }
}
