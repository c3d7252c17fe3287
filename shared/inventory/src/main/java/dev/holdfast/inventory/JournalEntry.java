package dev.holdfast.inventory;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why counters moved: one entry per stock change, appended in the same commit and never touched again. The sum of all
 * entries is the stock.
 *
 * @param id follows from the causes, so that each counts once
 * @param reason the reason given by whoever asked, where one was
 * @param causes the documents that this change serves; a group commit has several
 * @param lines what moved, and for which cause
 */
public record JournalEntry(
        EntryId id, Kind kind, Instant at, Actor actor, Optional<String> reason, List<Cause> causes, List<Line> lines) {
    public JournalEntry {
        causes = List.copyOf(causes);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            Invariant.check(line.cause >= 0 && line.cause < causes.size(), "each journal line has its cause");
            Invariant.check(kind.allows(line), kind + " moves its own counters only, each in its direction");
        }
    }

    /** What kinds of change there are; each moves its own counters, in its own direction. */
    public enum Kind {
        /** Goods come in. */
        RECEIVE,
        /** The shelf is found to differ from the book. */
        ADJUST,
        /** Held for an order; or an order takes its place in the line. */
        RESERVE,
        /** Given back, or a place in the line given up. */
        RELEASE,
        /** A wide order is held whole: what it held tentatively it holds for good. */
        SETTLE,
        /** Reserved goods leave the house. */
        SHIP;

        boolean allows(Line line) {
            CounterChange change = line.change;
            boolean otherKindsRest = change.damaged() == 0 && change.qualityControl() == 0 && change.safety() == 0;
            boolean lineRests = line.waiting == 0 && line.tentative == 0;
            return otherKindsRest
                    && switch (this) {
                        case RECEIVE -> change.available() > 0 && change.reserved() == 0 && lineRests;
                        case ADJUST -> change.reserved() == 0 && lineRests;
                        case RESERVE ->
                            change.reserved() >= 0 && change.available() == -change.reserved() && line.tentative >= 0;
                        case RELEASE ->
                            change.reserved() <= 0
                                    && change.available() == -change.reserved()
                                    && line.waiting <= 0
                                    && line.tentative <= 0;
                        case SETTLE -> change.equals(CounterChange.NONE) && line.waiting == 0 && line.tentative < 0;
                        case SHIP -> change.reserved() < 0 && change.available() == 0 && lineRests;
                    };
        }
    }

    /** A document that a change serves. */
    public record Cause(Type type, String id) {
        /** What kind of document. */
        public enum Type {
            ORDER,
            RECEIPT,
            ADJUSTMENT
        }
    }

    /**
     * What moved for one cause.
     *
     * @param cause index into the entry's causes
     * @param location where; absent when only the line of waiting demand moves
     */
    public record Line(
            int cause, Sku sku, Optional<LocationId> location, CounterChange change, long waiting, long tentative) {
        public Line {
            Invariant.check(location.isPresent() || change.equals(CounterChange.NONE), "counters move at a location");
        }

        public static Line at(int cause, Sku sku, LocationId location, CounterChange change) {
            return new Line(cause, sku, Optional.of(location), change, 0, 0);
        }
    }
}
