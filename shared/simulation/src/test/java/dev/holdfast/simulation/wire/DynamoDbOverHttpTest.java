package dev.holdfast.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulation.bugs.PlantedBugs;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.Reply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Under the SDK that ships, its silent retries included: whatever a call meets on the wire, what is committed, charged
 * and told is to the last attribute what it is without, and so is what callers are answered.
 */
class DynamoDbOverHttpTest {
    private static final int BRANCHES = 8;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    /** What the SDK gets over by itself, so that it can meet every call of an invocation. */
    private static final Set<Trouble> GOT_OVER =
            EnumSet.of(Trouble.LOST, Trouble.FAILED, Trouble.THROTTLED, Trouble.IN_PROGRESS);

    /** A trouble at a call of an invocation of a day. */
    private record Place(Day day, int step, int call, Trouble trouble) {}

    /** A day, and what goes wrong in each of its invocations. */
    private record Run(Day day, List<Plan> plans) {
        Plan plan(int step) {
            return step < plans.size() ? plans.get(step) : new Plan.Calm();
        }

        /** Whether the SDK gets over all of it, and nobody need ask again. */
        boolean isSilent() {
            return plans.stream().allMatch(Plan.Everywhere.class::isInstance);
        }

        /** Orders that meet other work on their way are held one by one, in commits of their own. */
        boolean mayComeApart(Branch.Left calm) {
            return IntStream.range(0, plans.size())
                    .anyMatch(step -> calm.steps().get(step).name().startsWith(FunctionName.STOCK_RESERVATION + " ")
                            && plans.get(step) instanceof Plan.Once(int _, Trouble trouble)
                            && (trouble == Trouble.CONFLICT || trouble == Trouble.THROTTLED_FOR_GOOD));
        }
    }

    @Test
    void whatever_a_call_meets_it_has_one_effect_and_the_right_answer()
            throws ExecutionException, InterruptedException {
        Map<Day, Branch.Left> calm = new HashMap<>();
        Queue<Run> runs = new ConcurrentLinkedQueue<>();
        Set<Place> wanted = new HashSet<>();
        try (Branch branch = new Branch()) {
            for (Day day : Day.values()) {
                Branch.Left left = branch.tell(day::goBy, step -> new Plan.Calm());
                assertThat(left.replies()).as("%s", day).allMatch(Reply::isGood);
                assertThat(Essence.of(left).booked()).as("%s", day).isEqualTo(Essence.counted(left));
                calm.put(day, left);
                runs.addAll(runs(day, left));
                wanted.addAll(places(day, left, call -> Trouble.of(call.operation())));
            }
        }
        int days = runs.size();
        long began = System.nanoTime();
        Set<Place> met = new HashSet<>();
        try (ExecutorService branches = Executors.newFixedThreadPool(BRANCHES)) {
            Callable<Set<Place>> work = () -> work(runs, calm, Bug.none());
            List<Future<Set<Place>>> all = new ArrayList<>();
            for (int i = 0; i < BRANCHES; i++) {
                all.add(branches.submit(work));
            }
            for (Future<Set<Place>> one : all) {
                met.addAll(one.get());
            }
        }
        wanted.removeAll(met);
        assertThat(wanted).as("places that nothing met").isEmpty();
        System.out.printf(
                "%d days over HTTP with %,d places of trouble in %.0f s: one effect%n",
                days, met.size(), (System.nanoTime() - began) / 1e9);
    }

    @ParameterizedTest
    @CsvSource({"a conflict is taken for success,CONFLICT", "unprocessed items of a batch are forgotten,PARTIAL"})
    void a_planted_bug_is_seen(String name, Trouble trouble) {
        Bug bug = Objects.requireNonNull(PlantedBugs.common().get(name));
        Day day = Day.GOODS_COME_AND_ARE_COUNTED;
        Branch.Left calm;
        try (Branch branch = new Branch()) {
            calm = branch.tell(day::goBy, step -> new Plan.Calm());
        }
        Queue<Run> runs = new ConcurrentLinkedQueue<>(runs(day, calm).stream()
                .filter(run -> run.plans.stream()
                        .anyMatch(plan -> plan instanceof Plan.Once(int _, Trouble planned) && planned == trouble))
                .toList());
        assertThatThrownBy(() -> work(runs, Map.of(day, calm), bug)).isInstanceOf(AssertionError.class);
    }

    private static Set<Place> work(Queue<Run> runs, Map<Day, Branch.Left> calm, Bug bug) {
        Set<Place> met = new HashSet<>();
        try (Branch branch = new Branch(bug)) {
            for (Run run = runs.poll(); run != null; run = runs.poll()) {
                Day day = run.day;
                Branch.Left expected = Objects.requireNonNull(calm.get(day));
                Branch.Left left = branch.tell(day::goBy, run::plan);
                if (run.mayComeApart(expected)) {
                    assertThat(Essence.of(left)).as("%s", run).isEqualTo(Essence.of(expected));
                } else {
                    assertThat(left.items()).as("%s", run).isEqualTo(expected.items());
                    assertThat(left.events()).as("%s", run).isEqualTo(expected.events());
                }
                assertThat(left.mails()).as("%s", run).isEqualTo(expected.mails());
                for (int i = 0; i < expected.replies().size(); i++) {
                    same(run, left.replies().get(i), expected.replies().get(i));
                }
                met.addAll(places(day, left, call -> call.met().map(Set::of).orElseGet(Set::of)));
            }
        }
        return met;
    }

    /** Who asked again is told what the first time was done, and that it was there: 200. */
    private static void same(Run run, Reply reply, Reply expected) {
        boolean repeated = !run.isSilent()
                && reply.status() == OK
                && (expected.status() == CREATED || expected.status() == ACCEPTED);
        assertThat(repeated ? expected.status() : reply.status()).as("%s", run).isEqualTo(expected.status());
        assertThat(reply.body()).as("%s", run).isEqualTo(expected.body());
    }

    /** What a day without trouble offers to trouble. */
    private static List<Run> runs(Day day, Branch.Left calm) {
        List<Run> runs = new ArrayList<>();
        for (Trouble trouble : GOT_OVER) {
            runs.add(new Run(
                    day,
                    calm.steps().stream()
                            .<Plan>map(step -> new Plan.Everywhere(trouble))
                            .toList()));
        }
        List<List<Plan>> columns =
                calm.steps().stream().map(DynamoDbOverHttpTest::oneByOne).toList();
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < most; row++) {
            int at = row;
            runs.add(new Run(
                    day,
                    columns.stream()
                            .map(column -> at < column.size() ? column.get(at) : new Plan.Calm())
                            .toList()));
        }
        return runs;
    }

    /** Each trouble that the SDK does not get over, at each call by itself. */
    private static List<Plan> oneByOne(Branch.Step step) {
        List<Plan> plans = new ArrayList<>();
        for (int call = 0; call < step.calls().size(); call++) {
            Set<Trouble> troubles = Trouble.of(step.calls().get(call).operation());
            troubles.removeAll(GOT_OVER);
            for (Trouble trouble : troubles) {
                plans.add(new Plan.Once(call, trouble));
            }
        }
        return plans;
    }

    private static Set<Place> places(Day day, Branch.Left left, Function<Front.Call, Set<Trouble>> troubles) {
        Set<Place> places = new HashSet<>();
        for (int step = 0; step < left.steps().size(); step++) {
            List<Front.Call> calls = left.steps().get(step).calls();
            for (int call = 0; call < calls.size(); call++) {
                for (Trouble trouble : troubles.apply(calls.get(call))) {
                    places.add(new Place(day, step, call, trouble));
                }
            }
        }
        return places;
    }
}
