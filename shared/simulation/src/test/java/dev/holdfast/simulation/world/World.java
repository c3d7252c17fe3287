package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.simulation.aws.Change;
import dev.holdfast.simulation.aws.MemoryDynamoDb;
import dev.holdfast.simulation.aws.MemoryQueue;
import dev.holdfast.simulation.aws.MemorySes;
import dev.holdfast.simulation.aws.MemorySns;
import dev.holdfast.simulation.aws.MemorySqs;
import dev.holdfast.simulation.aws.StreamLog;
import dev.holdfast.simulation.check.RestCheck;
import dev.holdfast.simulation.check.StepCheck;
import dev.holdfast.simulation.engine.Crash;
import dev.holdfast.simulation.engine.Scheduler;
import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.engine.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole system in one history: all functions, all sources, one store, one thread, one time. */
public final class World {
    private static final long INVOCATION_MILLIS = 20_000;
    private static final long DUE_WORK_MILLIS = 50_000;
    private static final long MINUTE_MILLIS = 60_000;
    /** What is due later waits for somebody, and may. */
    private static final long HORIZON_MILLIS = Duration.ofMinutes(45).toMillis();

    private static final String POISON = "{\"orderId\": 1";

    private static final long REST_MILLIS = Duration.ofHours(4).toMillis();
    private static final long[] INDEX_LAG_MILLIS = {0, 0, 200, 5_000, 60_000};

    private final Tape tape;
    private final Profile profile;
    private final Scheduler scheduler;
    private final Trace trace;
    private final MemoryDynamoDb store;
    private final MemorySqs queues;
    private final MemorySns topics = new MemorySns();
    private final MemorySes post = new MemorySes();
    private final Ledger ledger = new Ledger();
    private final Outside outside;
    private final StepCheck stepCheck;
    private final Map<FunctionName, Fleet> fleets = new EnumMap<>(FunctionName.class);
    private final Map<String, StreamLog> streams = new HashMap<>();
    private final List<QueueSource> queueSources = new ArrayList<>();
    /** The readers of each shard of each stream. */
    private final Map<String, List<List<StreamSource>>> streamSources = new HashMap<>();

    private final Map<String, Long> dueAtSeconds = new HashMap<>();
    private final MemoryQueue deadLetters;
    private boolean poisoned;
    private int invocations;
    private int underWay;
    private long calmFromMillis;

    /**
     * How a history is set up.
     *
     * @param faults in the place of drawn ones
     * @param tap between the wire and the store, to listen
     * @param wide whether there are SKUs enough for a wide order
     */
    public record Setup(
            Tape tape,
            Profile profile,
            Optional<Faults> faults,
            Bug bug,
            UnaryOperator<DynamoDbClient> tap,
            Coverage coverage,
            boolean traced,
            boolean wide) {
        /** As drawn from the tape. */
        public static Setup drawn(
                Tape tape, Profile profile, Bug bug, Coverage coverage, boolean traced, boolean wide) {
            return new Setup(tape, profile, Optional.empty(), bug, UnaryOperator.identity(), coverage, traced, wide);
        }

        /** With these faults and no other chance. */
        public static Setup with(Faults faults, Coverage coverage, boolean traced, boolean wide) {
            return new Setup(
                    Tape.of(),
                    Profile.calm(),
                    Optional.of(faults),
                    Bug.none(),
                    UnaryOperator.identity(),
                    coverage,
                    traced,
                    wide);
        }
    }

    public World(Setup setup) {
        this.tape = setup.tape;
        this.profile = setup.profile;
        this.calmFromMillis = profile.faultMillis();
        this.scheduler = new Scheduler(this::choose);
        this.trace = new Trace(setup.traced, scheduler::nowMillis);
        this.store = (setup.wide ? House.WIDE : House.FRESH).copy(scheduler::nowMillis);
        this.queues = new MemorySqs(scheduler::nowMillis);
        Faults faults = setup.faults.orElseGet(() -> new DrawnFaults(tape, profile, this::isCalm));
        Wire wire = new Wire(scheduler, faults, setup.coverage, trace);
        this.outside = setup.bug.in(
                new Outside(
                        new WiredDynamoDb(wire, setup.tap.apply(store)),
                        new WiredSqs(wire, queues),
                        new WiredSns(wire, topics),
                        new WiredSes(wire, post),
                        new WiredProvider(wire, ledger)),
                ledger);
        this.stepCheck = new StepCheck(store, ledger);
        for (FunctionName name : FunctionName.values()) {
            fleets.put(name, new Fleet(this, name));
        }
        this.deadLetters = queues.add(new MemoryQueue(
                Names.DEAD_LETTERS, new MemoryQueue.Settings(30_000, Optional.empty(), Optional.empty())));
        connect(Names.STOCK_RESERVATION, 100, FunctionName.STOCK_RESERVATION);
        connect(Names.PAYMENT_PROCESSING, 100, FunctionName.PAYMENT_PROCESSING);
        connect(Names.SHIPPING_NOTIFICATIONS, 100, FunctionName.SHIPPING_NOTIFICATIONS);
        connect(Names.STOCK_CROSSINGS, 100, FunctionName.REPLENISHMENT_ALERTS);
        connect(Names.ORDERS, FunctionName.CHANGE_RELAY, FunctionName.EVENT_PUBLISHER);
        connect(Names.STOCK, FunctionName.CHANGE_RELAY, FunctionName.STOCK_HISTORY);
        connect(Names.REPLENISHMENT, FunctionName.EVENT_PUBLISHER);
        queues.onArrival(queue -> {
            for (QueueSource source : queueSources) {
                if (source.queue() == queue) {
                    scheduler.after(0, source::look);
                }
            }
        });
        store.onCommit(this::committed);
        if (profile.indexesLag()) {
            store.indexLag(() -> isCalm() ? 0 : INDEX_LAG_MILLIS[tape.draw(INDEX_LAG_MILLIS.length)]);
        }
    }

    private void connect(String queue, int receivesMax, FunctionName function) {
        MemoryQueue.Settings settings = new MemoryQueue.Settings(
                profile.visibilityMillis(), Optional.of(receivesMax), Optional.of(deadLetters));
        queueSources.add(new QueueSource(this, queues.add(new MemoryQueue(queue, settings)), function));
    }

    private void connect(String table, FunctionName... readers) {
        StreamLog log = new StreamLog(table, profile.shards());
        streams.put(table, log);
        List<List<StreamSource>> shards = new ArrayList<>();
        for (int shard = 0; shard < log.shards(); shard++) {
            List<StreamSource> sources = new ArrayList<>();
            for (FunctionName reader : readers) {
                sources.add(new StreamSource(this, log, shard, reader));
            }
            shards.add(sources);
        }
        streamSources.put(table, shards);
    }

    private void committed(List<Change> changes) {
        stepCheck.look(changes);
        for (Change change : changes) {
            StreamLog log = streams.get(change.table());
            if (log != null) {
                log.add(change, store.keys(change));
                Optional.ofNullable(streamSources.get(change.table()))
                        .orElseThrow()
                        .get(log.shard(change))
                        .forEach(StreamSource::come);
            }
            if (change.table().equals(Names.ORDERS) && change.key().sort().equals("H")) {
                AttributeValue due = change.after().get("dueAtEpochSeconds");
                dueAtSeconds.put(change.key().partition(), due == null ? Long.MAX_VALUE : Long.parseLong(due.n()));
            }
        }
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Profile profile() {
        return profile;
    }

    Outside outside() {
        return outside;
    }

    public MemoryDynamoDb store() {
        return store;
    }

    public MemorySes post() {
        return post;
    }

    public MemorySns topics() {
        return topics;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Trace trace() {
        return trace;
    }

    /** The true time, which no function's clock shows. */
    Instant now() {
        return House.OPENS.plusMillis(scheduler.nowMillis());
    }

    boolean isCalm() {
        return scheduler.nowMillis() >= calmFromMillis;
    }

    int choose(int bound) {
        return isCalm() ? 0 : tape.draw(bound);
    }

    boolean comesTwice() {
        return !isCalm() && tape.chance(profile.duplicatePerMille());
    }

    /** Whether the answer of a whole invocation is lost. */
    boolean loses() {
        return !isCalm() && tape.chance(profile.redeliveredPerMille());
    }

    long clockOffset(long mostMillis) {
        if (!profile.clocksDiffer()) {
            return 0;
        }
        return switch (isCalm() ? 0 : tape.draw(4)) {
            case 1 -> mostMillis;
            case 2 -> -mostMillis;
            case 3 -> -mostMillis / 7;
            default -> 0;
        };
    }

    /** Invokes a function from a source; what comes of it is told, nothing where it crashed. */
    void invoke(FunctionName name, JsonNode event, Consumer<Optional<ObjectNode>> told) {
        Invocation invocation = invocation(name);
        underWay++;
        scheduler.start(invocation, () -> {
            Optional<ObjectNode> answer = answer(invocation, event);
            underWay--;
            told.accept(answer);
        });
    }

    private Invocation invocation(FunctionName name) {
        long time = name == FunctionName.DUE_WORK ? DUE_WORK_MILLIS : INVOCATION_MILLIS;
        return new Invocation(name, ++invocations, scheduler.nowMillis() + time);
    }

    private Optional<ObjectNode> answer(Invocation invocation, JsonNode event) {
        Fleet fleet = fleet(invocation.function());
        Fleet.Environment environment = fleet.take();
        try {
            ObjectNode answer = environment
                    .function()
                    .answer(event, Deadline.inMillis(() -> invocation.endsAtMillis() - scheduler.nowMillis()));
            fleet.giveBack(environment);
            return Optional.of(answer);
        } catch (Crash crash) {
            return Optional.empty();
        } catch (RuntimeException fault) {
            trace.add(invocation + " fails: " + fault);
            fleet.giveBack(environment);
            return Optional.empty();
        }
    }

    private Fleet fleet(FunctionName name) {
        return Optional.ofNullable(fleets.get(name)).orElseThrow();
    }

    /** A request from a strand of the outside world; empty where no answer came. */
    Optional<Reply> http(FunctionName name, String method, String path, String account, String body) {
        Invocation invocation = invocation(name);
        if (trace.isOn()) {
            trace.add(invocation + " is asked " + method + " " + path + " " + body);
        }
        Object asker = scheduler.enter(invocation);
        Optional<Reply> reply =
                answer(invocation, House.request(method, path, account, body)).map(Reply::of);
        scheduler.enter(asker);
        if (loses()) {
            reply = Optional.empty();
        }
        if (trace.isOn()) {
            trace.add(invocation + " answers "
                    + reply.map(one -> Integer.toString(one.status())).orElse("nothing"));
        }
        return reply;
    }

    /** Lets people act, faults and all, then lets it become calm, and waits until everything rests. */
    public void run(People people) {
        people.begin(this);
        for (long minute = 0; minute < calmFromMillis; minute += MINUTE_MILLIS) {
            scheduler.runUntil(Math.min(minute + MINUTE_MILLIS, calmFromMillis));
            tick();
        }
        settle(people);
        check();
        people.check(this);
    }

    /** After a long time, everything that was ever sent comes once more: it is a no-op, or progress. */
    public void redrive(People people, Duration later) {
        long rest = scheduler.nowMillis() + later.toMillis();
        scheduler.runUntil(rest);
        fleets.values().forEach(Fleet::restart);
        calmFromMillis = rest + profile.faultMillis();
        sendEverythingAgain();
        settle(people);
        check();
    }

    /** Something that no version of ours ever sent comes into a standard queue. */
    void poison(int queue) {
        QueueSource source = queueSources.get(queue);
        source.queue().send(new MemoryQueue.Sent(POISON, null, null, 0), scheduler.nowMillis());
        poisoned = true;
        scheduler.after(0, source::look);
    }

    /** Every message that was ever sent comes once more. */
    void sendEverythingAgain() {
        for (QueueSource source : queueSources) {
            for (MemoryQueue.Sent sent : List.copyOf(source.queue().everything())) {
                source.queue().send(sent, scheduler.nowMillis());
            }
            scheduler.after(0, source::look);
        }
    }

    /** Until nothing is left to do, nobody has anything to ask, and nothing is due soon. */
    private void settle(People people) {
        long end = scheduler.nowMillis() + REST_MILLIS;
        do {
            do {
                scheduler.runUntil(scheduler.nowMillis() + MINUTE_MILLIS);
                Violation.unless(scheduler.nowMillis() < end, "I12", () -> "it does not come to rest: " + restless());
            } while (tick() || !isQuiet());
        } while (people.goOn(this));
    }

    /** Every minute: due-work, if anything may be due; answers whether something is, or soon will be. */
    private boolean tick() {
        long now = now().getEpochSecond();
        long soon = now + HORIZON_MILLIS / 1_000;
        long next = dueAtSeconds.values().stream().min(Long::compare).orElse(Long.MAX_VALUE);
        if (next <= now + Duration.ofMinutes(5).toSeconds()) {
            invoke(FunctionName.DUE_WORK, JsonNodeFactory.instance.objectNode(), answer -> {});
        }
        return next <= soon;
    }

    private boolean isQuiet() {
        return restless().isEmpty();
    }

    private List<String> restless() {
        List<String> restless = new ArrayList<>();
        if (underWay > 0) {
            restless.add(underWay + " invocations");
        }
        for (QueueSource source : queueSources) {
            if (source.queue().size() > 0) {
                restless.add(source.queue().url() + " " + source.queue().bodies());
            }
        }
        streamSources.forEach((table, sources) -> {
            if (!sources.stream().flatMap(List::stream).allMatch(StreamSource::isDone)) {
                restless.add("the stream of " + table);
            }
        });
        return restless;
    }

    private void check() {
        List<String> given = deadLetters.bodies();
        Violation.unless(
                given.stream().allMatch(POISON::equals) && given.isEmpty() != poisoned,
                "I14",
                () -> "given up: " + given);
        new RestCheck(store, topics, post, ledger).look();
    }
}
