package dev.holdfast.simulation.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs every small shop through all its states and prints how many there were. {@code -Psoak} takes wider bounds, and
 * stops each shop at {@link #SOAK_STATES} states.
 */
class ExhaustiveTest {
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final int STATES = 5_000_000;
    private static final int SOAK_STATES = 25_000_000;

    @Test
    void whatever_happens_to_one_or_two_orders_the_invariants_hold_and_every_order_comes_to_rest() {
        Laws.Seen seen = new Laws.Seen();
        List<String> broken = new ArrayList<>();
        List<String> notExhausted = new ArrayList<>();
        long states = 0;
        long transitions = 0;
        long start = System.nanoTime();
        for (Scenario scenario : Scenarios.all(SOAK ? Scenarios.Bounds.WIDE : Scenarios.Bounds.NARROW)) {
            long from = System.nanoTime();
            Explorer.Result result = new Explorer(scenario, Flaw.NONE).explore(SOAK ? SOAK_STATES : STATES);
            print(result, seconds(from));
            result.broken().ifPresent(broken::add);
            if (!result.exhausted()) {
                notExhausted.add(result.scenario());
            }
            seen.add(result.seen());
            states += result.states();
            transitions += result.transitions();
        }
        System.out.printf("exhaustive: %,d states, %,d transitions, %.1f s%n", states, transitions, seconds(start));
        assertThat(broken).isEmpty();
        if (!SOAK) {
            assertThat(notExhausted).as("shops too big for %,d states", STATES).isEmpty();
        }
        assertThat(seen.stages())
                .as("stages, as declared and as seen")
                .containsExactlyInAnyOrderElementsOf(Laws.arrows(Laws.STAGES));
        assertThat(seen.payments())
                .as("payments, as declared and as seen")
                .containsExactlyInAnyOrderElementsOf(Laws.arrows(Laws.PAYMENTS));
        assertThat(seen.rests())
                .as("where orders rest, as declared and as seen")
                .containsExactlyInAnyOrderElementsOf(Laws.RESTS.keySet());
    }

    private static void print(Explorer.Result result, double seconds) {
        System.out.printf(
                "%-36s %,11d states %,12d transitions %,6d shops %5.1f s%s%n",
                result.scenario(),
                result.states(),
                result.transitions(),
                result.shops(),
                seconds,
                result.exhausted() ? "" : ", not exhausted");
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
