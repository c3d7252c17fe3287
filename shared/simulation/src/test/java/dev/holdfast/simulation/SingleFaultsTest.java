package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulation.engine.Violation;
import dev.holdfast.simulation.world.Call;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.Fault;
import dev.holdfast.simulation.world.Faults;
import dev.holdfast.simulation.world.OneFault;
import dev.holdfast.simulation.world.Scenario;
import dev.holdfast.simulation.world.TwoFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The named scenarios with every fault at every remote call: not by chance, but all of them. */
class SingleFaultsTest {
    private record Place(int position, Fault fault) {}

    @Test
    void everyScenarioEndsAsItShouldWithoutFaults() {
        for (Scenario scenario : Stories.all()) {
            assertThat(scenario.tellToTheEnd(Faults.one(-1, Fault.NONE)))
                    .as(() -> scenario.name() + "\n" + String.join("\n", scenario.words(Faults.none())))
                    .isEmpty();
        }
    }

    @Test
    void everyScenarioSurvivesEveryFaultAtEveryCall() {
        long began = System.nanoTime();
        Coverage coverage = new Coverage();
        long runs = 0;
        for (Scenario scenario : Stories.all()) {
            List<Place> places = places(scenario);
            runs += places.size();
            List<String> broken = places.parallelStream()
                    .flatMap(place -> broken(scenario, place, coverage).stream())
                    .toList();
            assertThat(broken).as(scenario.name()).isEmpty();
        }
        System.out.printf(
                "%,d scenarios x every fault at every call: %,d runs in %.0f s, no violation%n",
                Stories.all().size(), runs, (System.nanoTime() - began) / 1e9);
    }

    @Test
    @Tag("soak")
    void everyScenarioSurvivesEveryPairOfFaults() {
        long most = Long.getLong("pairs", Long.MAX_VALUE);
        for (Scenario scenario : Stories.all()) {
            List<Place> places = places(scenario);
            long all = (long) places.size() * places.size();
            long step = Math.max(1, all / most);
            long began = System.nanoTime();
            List<String> broken = Stream.iterate(0L, pair -> pair < all, pair -> pair + step)
                    .parallel()
                    .flatMap(pair -> {
                        Place one = places.get((int) (pair / places.size()));
                        Place other = places.get((int) (pair % places.size()));
                        return one.position < other.position
                                ? scenario
                                        .tell(
                                                new TwoFaults(
                                                        Faults.one(one.position, one.fault),
                                                        Faults.one(other.position, other.fault)),
                                                new Coverage())
                                        .map(violation -> one + ", " + other + ": " + violation.getMessage())
                                        .stream()
                                : Stream.empty();
                    })
                    .toList();
            System.out.printf(
                    "%s: %,d pairs, every %,d., in %.0f s%n",
                    scenario.name(), all / 2, step, (System.nanoTime() - began) / 1e9);
            assertThat(broken).as(scenario.name()).isEmpty();
        }
    }

    private static List<Place> places(Scenario scenario) {
        OneFault listening = Faults.one(-1, Fault.NONE);
        Optional<Violation> calm = scenario.tellToTheEnd(listening);
        assertThat(calm).as(scenario.name()).isEmpty();
        List<Place> places = new ArrayList<>();
        List<Call> calls = listening.calls();
        IntStream.range(0, calls.size())
                .forEach(position -> calls.get(position).faults().stream()
                        .filter(fault -> fault != Fault.NONE)
                        .forEach(fault -> places.add(new Place(position, fault))));
        return places;
    }

    private static Optional<String> broken(Scenario scenario, Place place, Coverage coverage) {
        return scenario.tell(Faults.one(place.position, place.fault), coverage)
                .map(violation -> violation.getMessage() + " after " + place + "\n"
                        + scenario.words(Faults.one(place.position, place.fault)).stream()
                                .collect(Collectors.joining("\n")));
    }
}
