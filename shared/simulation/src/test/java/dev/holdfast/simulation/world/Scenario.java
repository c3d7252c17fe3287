package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.engine.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A story with a name, told the same way each time; only faults differ.
 *
 * @param wide whether it needs many SKUs
 * @param begin what people do on their own
 * @param then what they do each time that all is quiet; answers whether there was anything
 * @param end what must have become of it where nothing went wrong
 */
public record Scenario(String name, boolean wide, Consumer<Desk> begin, Predicate<Desk> then, Predicate<Desk> end) {
    private static final int ROUNDS_MAX = 8;

    /** Told with these faults; a violation where something does not hold. */
    public Optional<Violation> tell(Faults faults, Coverage coverage) {
        return run(faults, coverage, false).violation();
    }

    /** Told with these faults, in words. */
    public List<String> words(Faults faults) {
        return run(faults, new Coverage(), true).trace();
    }

    /** Told with faults that it expects, or with none: it ends as it should. */
    public Optional<Violation> tellToTheEnd(Faults faults) {
        Cast cast = new Cast(this);
        World world = new World(World.Setup.with(faults, new Coverage(), false, wide));
        try {
            world.run(cast);
            Violation.unless(end.test(cast.desk(world)), "END", () -> name + " does not end as it should");
            return Optional.empty();
        } catch (Violation found) {
            return Optional.of(found);
        }
    }

    private History run(Faults faults, Coverage coverage, boolean traced) {
        World world = new World(World.Setup.with(faults, coverage, traced, wide));
        Optional<Violation> violation = Optional.empty();
        try {
            world.run(new Cast(this));
        } catch (Violation found) {
            violation = Optional.of(found);
        }
        return new History(violation, Tape.of().values(), world.trace().lines());
    }

    private static final class Cast implements People {
        private final Scenario scenario;
        private Optional<Desk> desk = Optional.empty();
        private int rounds;

        Cast(Scenario scenario) {
            this.scenario = scenario;
        }

        Desk desk(World world) {
            if (desk.isEmpty()) {
                desk = Optional.of(new Desk(world));
            }
            return desk.get();
        }

        @Override
        public void begin(World world) {
            scenario.begin.accept(desk(world));
        }

        @Override
        public boolean goOn(World world) {
            Desk at = desk(world);
            return at.isBusy() || (++rounds <= ROUNDS_MAX && scenario.then.test(at));
        }

        @Override
        public void check(World world) {
            desk(world).check();
        }
    }
}
