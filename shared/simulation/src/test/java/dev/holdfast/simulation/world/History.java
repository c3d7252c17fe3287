package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.engine.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One history, from beginning to rest. */
public final class History {
    private static final Duration[] REDRIVES = {
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofHours(1),
        Duration.ofDays(1),
        Duration.ofDays(13),
        Duration.ofDays(95)
    };

    /** One history in so many has a wide order. */
    private static final int WIDE_IN = 100;

    private final Optional<Violation> violation;
    private final int[] draws;
    private final List<String> trace;

    History(Optional<Violation> violation, int[] draws, List<String> trace) {
        this.violation = violation;
        this.draws = draws;
        this.trace = trace;
    }

    /** What did not hold; empty where everything did. */
    public Optional<Violation> violation() {
        return violation;
    }

    /** The tape that leads here again. */
    public int[] draws() {
        return draws;
    }

    /** In words, where that was asked for. */
    public List<String> trace() {
        return trace;
    }

    /** Runs what the tape says, with this bug planted. */
    public static History run(Tape tape, Bug bug, Coverage coverage, boolean traced) {
        Profile drawn = Profile.drawn(tape);
        boolean wide = tape.draw(WIDE_IN) == WIDE_IN - 1;
        Profile profile = wide ? forWide(drawn, tape.draw(3)) : drawn;
        Shop shop = new Shop(tape, wide);
        Duration redrive = REDRIVES[tape.draw(REDRIVES.length)];
        World world = new World(World.Setup.drawn(tape, profile, bug, coverage, traced, wide));
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

    /** A void that is refused, or not answered, while its order still gives back goods needs some luck. */
    private static Profile forWide(Profile drawn, int provider) {
        return switch (provider) {
            case 1 -> drawn.withOften(Fault.DECLINED);
            case 2 -> drawn.withOften(Fault.UNAVAILABLE);
            default -> drawn;
        };
    }
}
