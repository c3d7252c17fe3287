package dev.holdfast.replenishment.domain;

import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.Thresholds;
import dev.holdfast.replenishment.domain.AlertDecision.Fire;
import dev.holdfast.replenishment.domain.AlertDecision.Note;
import dev.holdfast.replenishment.domain.AlertDecision.Rearm;
import dev.holdfast.replenishment.domain.AlertDecision.Skip;
import java.util.Optional;

/**
 * The alert of one SKU. It is born armed; it fires when the position reaches the reorder point, and is armed again when
 * the position rises above the threshold for that. It never ends. Changes are looked at in the order of their version:
 * one that is not newer than the last was seen before, or was overtaken, and moves nothing.
 */
public sealed interface AlertState {
    /** Crossings so far. */
    long epoch();

    /** Version of the last stock change that was looked at. */
    long lastVersion();

    /** The next crossing alerts. */
    record Armed(long epoch, long lastVersion) implements AlertState {}

    /** Alerted, and not recovered since. */
    record Fired(long epoch, long lastVersion) implements AlertState {}

    /** Of a SKU that nobody looked at yet. */
    static AlertState newborn() {
        return new Armed(0, -1);
    }

    /** What this change means for the alert. */
    static AlertDecision decide(Crossing change, AlertState state) {
        Optional<Thresholds> thresholds = change.level().thresholds();
        if (change.version() <= state.lastVersion()) {
            return new Skip();
        }
        long position = change.level().position();
        return switch (state) {
            case Armed armed
            when thresholds.filter(set -> set.isReachedAt(position)).isPresent() ->
                new Fire(change.version(), armed.epoch() + 1);
            case Fired fired
            when thresholds.filter(set -> set.isClearAt(position)).isPresent() -> new Rearm(change.version());
            case Armed armed -> new Note(change.version());
            case Fired fired -> new Note(change.version());
        };
    }

    /** The state after the decision. */
    static AlertState evolve(AlertState state, AlertDecision decision) {
        return switch (decision) {
            case Skip() -> state;
            case Fire(long version, long epoch) -> new Fired(epoch, version);
            case Rearm(long version) -> new Armed(state.epoch(), version);
            case Note(long version) ->
                switch (state) {
                    case Armed(long epoch, long last) -> new Armed(epoch, version);
                    case Fired(long epoch, long last) -> new Fired(epoch, version);
                };
        };
    }
}
