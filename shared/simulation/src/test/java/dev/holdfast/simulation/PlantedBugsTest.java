package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulation.bugs.PlantedBugs;
import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.History;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checker is checked: each mistake is found soon, and its shortest history can be read. */
class PlantedBugsTest {
    /** Time of the processor: others on the machine do not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final Duration FINDING = Duration.ofSeconds(10);
    private static final Duration FINDING_RARE = Duration.ofMinutes(2);
    private static final int TRIES = 250;
    private static final int READABLE_LINES = 250;

    @Test
    void everyPlantedBugIsFoundWithinTenSeconds() {
        Map<String, Bug> bugs = PlantedBugs.common();
        assertThat(bugs).hasSizeGreaterThanOrEqualTo(36);
        findEach(bugs, FINDING, READABLE_LINES);
    }

    @Test
    @Tag("soak")
    void rarePlantedBugsAreFoundWithinTwoMinutes() {
        findEach(PlantedBugs.rare(), FINDING_RARE, Integer.MAX_VALUE);
    }

    private static void findEach(Map<String, Bug> bugs, Duration within, int linesMax) {
        Queue<String> notFound = new ConcurrentLinkedQueue<>();
        bugs.entrySet().parallelStream().forEach(entry -> {
            String name = entry.getKey();
            Bug bug = entry.getValue();
            long began = CPU.getCurrentThreadCpuTime();
            Optional<Finding> finding = find(bug, began, within);
            double seconds = (CPU.getCurrentThreadCpuTime() - began) / 1e9;
            if (finding.isEmpty()) {
                notFound.add(name);
                return;
            }
            Finding found = finding.get();
            System.out.printf(
                    "%-62s %-4s seed %4d, %4d draws -> %3d, %3d lines, %.1f s%n",
                    name,
                    found.violation().invariant(),
                    found.seed(),
                    found.drawsBefore(),
                    found.shortest().draws().length,
                    found.shortest().trace().size(),
                    seconds);
            assertThat(found.shortest().trace().size()).as(name).isLessThan(linesMax);
        });
        assertThat(notFound).isEmpty();
    }

    private static Optional<Finding> find(Bug bug, long began, Duration within) {
        for (long seed = 0; CPU.getCurrentThreadCpuTime() - began < within.toNanos(); seed++) {
            History history = History.run(Tape.ofSeed(seed), bug, new Coverage(), false);
            if (history.violation().isPresent()) {
                return Optional.of(Finding.of(seed, history, bug, TRIES));
            }
        }
        return Optional.empty();
    }
}
