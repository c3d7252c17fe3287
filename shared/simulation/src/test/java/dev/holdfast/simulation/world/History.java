package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.engine.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One history, from beginning to rest.
 *
 * @param violation what did not hold; empty where everything did
 * @param draws the tape that leads here again
 * @param trace in words, where it was asked for
 */
public record History(Optional<Violation> violation, int[] draws, List<String> trace) {
    private static final Duration[] REDRIVES = {
        Duration.ZERO, Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(13), Duration.ofDays(95)
    };

    /** Runs what the tape says, with this bug planted. */
    public static History run(Tape tape, UnaryOperator<Outside> bug, Coverage coverage, boolean traced) {
        Profile profile = Profile.drawn(tape);
        Shop shop = new Shop(tape);
        Duration redrive = REDRIVES[tape.draw(REDRIVES.length)];
        World world =
                new World(new World.Setup(tape, profile, Optional.empty(), bug, coverage, traced, false));
        Optional<Violation> violation = Optional.empty();
        try {
            world.run(shop);
            if (redrive.isPositive()) {
                world.redrive(shop, redrive);
            }
        } catch (Violation found) {
            violation = Optional.of(found);
        }
        return new History(violation, tape.values(), world.trace().lines());
    }
}
