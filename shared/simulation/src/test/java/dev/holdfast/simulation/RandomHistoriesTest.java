package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.holdfast.simulation.check.Transitions;
import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Call;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.Fault;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.History;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random histories, each of a seed: {@code -Dhistories=} how many, {@code -Dseed=} one of them, in words. */
class RandomHistoriesTest {
    private static final int THREADS = 2;
    /** Histories of a build; with so many, every fault has met every call, and all but the rarest transitions were seen. */
    private static final long ENOUGH = 20_000;
    /** With so many, every transition was seen too. */
    private static final long COMPLETE = 40_000;
    /** What a build's histories may be too few to show: a wide order that is cancelled while its payment is undone. */
    private static final Set<String> RARE =
            Set.of("payment VOIDED -> VOIDED", "payment VOIDING -> VOIDING", "payment VOID_DECLINED -> VOID_DECLINED");

    /** How many of the rarest meetings are told: those that a change of the product may lose first. */
    private static final int RAREST = 8;

    private static final int TRIES = 10_000;
    private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Test
    void noHistoryBreaksAnInvariant() throws InterruptedException {
        Optional<Long> one = number("seed");
        if (one.isPresent()) {
            replay(one.get());
        } else {
            sweep(number("histories").orElse(ENOUGH));
        }
    }

    @Test
    @Tag("soak")
    void noHistoryOfManyBreaksAnInvariant() throws InterruptedException {
        sweep(number("histories").orElse(10_000_000L));
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

    private static void sweep(long histories) throws InterruptedException {
        Coverage coverage = new Coverage();
        Map<String, Long> before = transitions();
        AtomicLong next = new AtomicLong();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicReference<Optional<Throwable>> fault = new AtomicReference<>(Optional.empty());
        AtomicReference<Optional<Long>> broken = new AtomicReference<>(Optional.empty());
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        List<Coverage> counts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Coverage counted = new Coverage();
            counts.add(counted);
            Thread thread = new Thread(() -> {
                for (long seed = next.getAndIncrement();
                        seed < histories && goesOn.get();
                        seed = next.getAndIncrement()) {
                    if (History.run(Tape.ofSeed(seed), Bug.none(), counted, false)
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
        counts.forEach(coverage::add);
        fault.get().ifPresent(thrown -> {
            throw new AssertionError(thrown);
        });
        broken.get().ifPresent(seed -> {
            History found = History.run(Tape.ofSeed(seed), Bug.none(), new Coverage(), false);
            throw new AssertionError(Finding.of(seed, found, Bug.none(), TRIES).report());
        });
        figures(histories, began, coverage);
        Map<String, Long> met = new TreeMap<>(met(coverage));
        transitions().forEach((transition, count) -> met.put(transition, count - before.getOrDefault(transition, 0L)));
        System.out.println("rarest: "
                + met.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .limit(RAREST)
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("; ")));
        Set<String> never = met.entrySet().stream()
                .filter(one -> one.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (histories >= COMPLETE) {
            assertThat(never).as("what no history showed").isEmpty();
        } else if (histories >= ENOUGH) {
            assertThat(RARE).as("what no history showed").containsAll(never);
        }
    }

    private static void figures(long histories, long began, Coverage coverage) {
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<Fault, Long> faults = coverage.perFault();
        long calls = faults.values().stream().mapToLong(Long::longValue).sum();
        long failing = calls - faults.getOrDefault(Fault.NONE, 0L);
        double busy = CPU.getProcessCpuTime() / 1e9;
        System.out.printf(
                "%,d histories in %.0f s (%.0f a second; %.0f s of processor): %,d remote calls, %,d faults, no violation%n",
                histories, seconds, histories / seconds, busy, calls, failing);
    }

    /** How often each fault met each call that each function makes. */
    private static Map<String, Long> met(Coverage coverage) {
        Map<String, Long> met = new TreeMap<>();
        for (FunctionName function : FunctionName.values()) {
            for (Call call : Call.values()) {
                if (coverage.of(function, call, Fault.NONE) > 0) {
                    call.faults()
                            .forEach(fault ->
                                    met.put(function + " " + call + " " + fault, coverage.of(function, call, fault)));
                }
            }
        }
        return met;
    }

    /** How often each declared transition was seen. */
    private static Map<String, Long> transitions() {
        Map<String, Long> seen = new TreeMap<>();
        Stream.of(Transitions.STAGE, Transitions.PAYMENT, Transitions.SHIPMENT)
                .forEach(axis -> seen.putAll(axis.counts()));
        return seen;
    }
}
