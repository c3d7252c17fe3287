package dev.holdfast.simulation.world;

/** A bug to be planted: functions see the outside as it makes it look. */
@FunctionalInterface
public interface Bug {
    /** The outside with the bug in it. */
    Outside in(Outside outside, Ledger ledger);

    /** No bug. */
    static Bug none() {
        return (outside, ledger) -> outside;
    }
}
