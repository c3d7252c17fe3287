package dev.holdfast.simulation;

import dev.holdfast.simulation.engine.Shrinking;
import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.engine.Violation;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.History;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A history that breaks an invariant, made as short as so many tries allow.
 *
 * @param drawsBefore the length of its tape when it was found
 */
record Finding(long seed, int drawsBefore, History shortest) {
    static Finding of(long seed, History found, Bug bug, int tries) {
        Violation violation = found.violation().orElseThrow();
        int[] draws = Shrinking.of(
                found.draws(),
                shorter -> History.run(Tape.of(shorter), bug, new Coverage(), false)
                        .violation()
                        .filter(again -> again.invariant().equals(violation.invariant()))
                        .isPresent(),
                tries);
        return new Finding(seed, found.draws().length, History.run(Tape.of(draws), bug, new Coverage(), true));
    }

    Violation violation() {
        return shortest.violation().orElseThrow();
    }

    /** In words, with a test to be pasted. */
    String report() {
        return """
                Seed %d breaks %s
                Replay it bit by bit: mvn -pl shared/simulation test -Dtest=RandomHistoriesTest -Dseed=%d
                The shortest history found, of %d draws instead of %d:
                %s
                As a test:

                    @Test
                    void %s() {
                        assertRests(%s);
                    }
                """.formatted(
                seed,
                violation().getMessage(),
                seed,
                shortest.draws().length,
                drawsBefore,
                lines(shortest.trace()),
                "seed" + seed + "Keeps" + violation().invariant(),
                Arrays.stream(shortest.draws()).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
    }

    private static String lines(List<String> trace) {
        return trace.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
