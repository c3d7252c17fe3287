package dev.holdfast.simulation.world;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The environments of one function. One that crashes is gone, with all that it remembered. */
final class Fleet {
    private static final long CLOCK_MILLIS_MAX = 300_000;

    private final World world;
    private final FunctionName name;
    private final List<Environment> idle = new ArrayList<>();
    private int started;

    record Environment(Function function, int number) {}

    Fleet(World world, FunctionName name) {
        this.world = world;
        this.name = name;
    }

    Environment take() {
        return idle.isEmpty() ? start() : idle.remove(world.choose(idle.size()));
    }

    void giveBack(Environment environment) {
        idle.add(environment);
    }

    /** Ends all environments, as a deployment does. */
    void restart() {
        idle.clear();
    }

    private Environment start() {
        long offset = world.clockOffset(CLOCK_MILLIS_MAX);
        InstantSource clock = () -> world.now().plusMillis(offset);
        int number = ++started;
        return new Environment(
                Function.start(
                        name,
                        world.outside(),
                        new Function.Self(
                                clock,
                                attempt -> world.scheduler().sleep(pause(number, attempt)),
                                new SplittableRandom(number),
                                world.scheduler()::sleep)),
                number);
    }

    /** Grows, and differs between environments, so that two that collide do not collide for ever. */
    private static long pause(int number, int attempt) {
        return Math.min(500, 20L << Math.min(attempt, 5)) + 7L * number;
    }
}
