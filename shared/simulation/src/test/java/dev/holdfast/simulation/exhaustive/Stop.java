package dev.holdfast.simulation.exhaustive;

import java.util.Optional;

/** Unwinds a handler: it stands before a call whose answer is still open, or it has died. */
final class Stop extends Error {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Call> before;

    private Stop(Optional<Call> before) {
        super("stopped", null, false, false);
        this.before = before;
    }

    /** A handler that gives up; its message comes again. */
    static Stop givenUp() {
        return new Stop(Optional.empty());
    }

    static Stop before(Call call) {
        return new Stop(Optional.of(call));
    }

    /** The call that it stands before. */
    Optional<Call> call() {
        return before;
    }
}
