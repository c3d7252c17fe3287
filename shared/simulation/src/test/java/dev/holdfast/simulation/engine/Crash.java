package dev.holdfast.simulation.engine;

/** The end of an invocation: what it wrote stays, what it knew is gone. An error, so that nobody handles it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    public Crash() {
        super("crash", null, false, false);
    }
}
