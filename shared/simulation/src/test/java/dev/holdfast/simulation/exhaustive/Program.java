package dev.holdfast.simulation.exhaustive;

import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import java.time.Duration;
import java.util.function.Function;

/** A use case as somebody starts it. It is deterministic: where it stands follows from the answers it got so far. */
record Program(String name, Run run) {
    private static final Duration TIME = Duration.ofMinutes(1);

    /** The use case over these ports. */
    interface Run {
        void over(Ports ports, Deadline deadline, Backoff backoff);
    }

    /** Runs until it ends, or its time is up, or it gives up, or an answer is not there yet. */
    void runOver(Ports ports, int commitsMost, int attemptsMost) {
        run.over(ports, () -> ports.commits() < commitsMost ? TIME : Duration.ZERO, attempt -> {
            if (attempt >= attemptsMost) {
                throw Stop.givenUp();
            }
        });
    }

    /** A program by its name. */
    static Program of(String name, Function<Handlers, Runnable> work) {
        return new Program(
                name,
                (ports, deadline, backoff) ->
                        work.apply(new Handlers(ports, deadline, backoff)).run());
    }
}
