package dev.holdfast.simulation.engine;

import java.util.function.Supplier;

/** An invariant that does not hold: its number in the list, and what was seen. It ends the history. */
public final class Violation extends Error {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    public Violation(String invariant, String what) {
        super(invariant + ": " + what, null, false, false);
        this.invariant = invariant;
    }

    /** Ends the history unless this holds. */
    public static void unless(boolean holds, String invariant, String what) {
        if (!holds) {
            throw new Violation(invariant, what);
        }
    }

    /** The same, where the words take some making. */
    public static void unless(boolean holds, String invariant, Supplier<String> what) {
        if (!holds) {
            throw new Violation(invariant, what.get());
        }
    }

    public String invariant() {
        return invariant;
    }
}
