package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulation.check.Transitions;
import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Call;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.Fault;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random histories, each of a seed: {@code -Dhistories=} how many, {@code -Dseed=} one of them, in words. */
class RandomHistoriesTest {
    private static final int THREADS = 2;
    private static final int TRIES = 10_000;

    /** What no history can show, and why. */
    private static final Set<String> TRANSITIONS_LEFT_OUT = Set.of();

    @Test
    void noHistoryBreaksAnInvariant() throws InterruptedException {
        Optional<Long> one = number("seed");
        if (one.isPresent()) {
            replay(one.get());
        } else {
            sweep(number("histories").orElse(100_000L), true);
        }
    }

    @Test
    @Tag("soak")
    void noHistoryOfManyBreaksAnInvariant() throws InterruptedException {
        sweep(number("histories").orElse(10_000_000L), true);
    }

    @Test
    void aSeedIsAlwaysTheSameHistory() {
        for (long seed = 0; seed < 20; seed++) {
            History first = History.run(Tape.ofSeed(seed), Bug.none(), new Coverage(), true);
            History second = History.run(Tape.ofSeed(seed), Bug.none(), new Coverage(), true);
            History replayed = History.run(Tape.of(first.draws()), Bug.none(), new Coverage(), true);
            assertThat(second.trace()).isEqualTo(first.trace());
            assertThat(replayed.trace()).isEqualTo(first.trace());
        }
    }

    private static Optional<Long> number(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(text -> !text.isEmpty())
                .map(Long::valueOf);
    }

    private static void replay(long seed) {
        History history = History.run(Tape.ofSeed(seed), Bug.none(), new Coverage(), true);
        history.trace().forEach(System.out::println);
        history.violation().ifPresent(broken -> {
            throw new AssertionError(
                    Finding.of(seed, history, Bug.none(), TRIES).report());
        });
    }

    private static void sweep(long histories, boolean coverageMatters) throws InterruptedException {
        Coverage coverage = new Coverage();
        AtomicLong next = new AtomicLong();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicReference<Optional<Throwable>> fault = new AtomicReference<>(Optional.empty());
        AtomicReference<Optional<Long>> broken = new AtomicReference<>(Optional.empty());
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (long seed = next.getAndIncrement();
                        seed < histories && goesOn.get();
                        seed = next.getAndIncrement()) {
                    if (History.run(Tape.ofSeed(seed), Bug.none(), coverage, false)
                            .violation()
                            .isPresent()) {
                        broken.set(Optional.of(seed));
                        goesOn.set(false);
                    }
                    if (seed > 0 && seed % 20_000 == 0) {
                        System.out.printf("%,d histories%n", seed);
                    }
                }
            });
            thread.setUncaughtExceptionHandler((_, thrown) -> {
                fault.set(Optional.of(thrown));
                goesOn.set(false);
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        fault.get().ifPresent(thrown -> {
            throw new AssertionError(thrown);
        });
        broken.get().ifPresent(seed -> {
            History found = History.run(Tape.ofSeed(seed), Bug.none(), new Coverage(), false);
            throw new AssertionError(Finding.of(seed, found, Bug.none(), TRIES).report());
        });
        figures(histories, began, coverage);
        List<String> never = neverSeen(coverage);
        System.out.println("never seen: " + never);
        if (coverageMatters && histories >= 100_000) {
            assertThat(never).isEmpty();
        }
    }

    private static void figures(long histories, long began, Coverage coverage) {
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<Fault, Long> faults = coverage.perFault();
        long calls = faults.values().stream().mapToLong(Long::longValue).sum();
        long failing = calls - faults.getOrDefault(Fault.NONE, 0L);
        System.out.printf(
                "%,d histories in %.0f s (%.0f a second): %,d remote calls, %,d faults, no violation%n",
                histories, seconds, histories / seconds, calls, failing);
    }

    /** Faults at calls that happen, and transitions, that no history showed. */
    private static List<String> neverSeen(Coverage coverage) {
        List<String> never = new ArrayList<>();
        for (FunctionName function : FunctionName.values()) {
            for (Call call : Call.values()) {
                if (coverage.of(function, call, Fault.NONE) > 0) {
                    call.faults().stream()
                            .filter(fault -> coverage.of(function, call, fault) == 0)
                            .forEach(fault -> never.add(function + " " + call + " " + fault));
                }
            }
        }
        for (Transitions axis : List.of(Transitions.STAGE, Transitions.PAYMENT, Transitions.SHIPMENT)) {
            axis.counts().forEach((transition, count) -> {
                if (count == 0 && !TRANSITIONS_LEFT_OUT.contains(transition)) {
                    never.add(transition);
                }
            });
        }
        return never;
    }
}
