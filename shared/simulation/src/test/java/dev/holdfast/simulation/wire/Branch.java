package dev.holdfast.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.ordering.SandboxProvider;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.simulation.aws.MemoryQueue;
import dev.holdfast.simulation.aws.MemorySes;
import dev.holdfast.simulation.aws.MemorySns;
import dev.holdfast.simulation.aws.MemorySqs;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Function;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.House;
import dev.holdfast.simulation.world.Ledger;
import dev.holdfast.simulation.world.Names;
import dev.holdfast.simulation.world.Outside;
import dev.holdfast.simulation.world.QueueEvent;
import dev.holdfast.simulation.world.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The functions that ship, over the database client that ships, over HTTP. What they commit becomes messages, and each
 * message an invocation, one after the other; queues, topics and post are in memory. One call of each invocation may go
 * wrong; who is not served asks again, and a message that failed comes again.
 */
final class Branch implements AutoCloseable {
    private static final int TRIES_MAX = 5;
    private static final int MESSAGES_MAX = 10;
    /** When due-work looks: what is due within minutes is due. */
    private static final Instant LATER = House.OPENS.plus(Duration.ofMinutes(2));

    private static final long PAUSE_MILLIS = 60_000;
    private static final Map<FunctionName, String> QUEUES = Map.of(
            FunctionName.STOCK_RESERVATION, Names.STOCK_RESERVATION,
            FunctionName.PAYMENT_PROCESSING, Names.PAYMENT_PROCESSING,
            FunctionName.SHIPPING_NOTIFICATIONS, Names.SHIPPING_NOTIFICATIONS,
            FunctionName.REPLENISHMENT_ALERTS, Names.STOCK_CROSSINGS);

    private final Bug bug;
    private final LocalTables tables = new LocalTables();
    private final Front front = new Front(tables.uri(), Optional.of(tables.handler()));
    private final DynamoDbClient client = Clients.dynamoDb(front.uri());

    private final Map<FunctionName, Function> functions = new EnumMap<>(FunctionName.class);
    private final Map<FunctionName, MemoryQueue> queues = new EnumMap<>(FunctionName.class);
    private final List<Step> steps = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private Streams streams = new Streams(tables);
    private IntFunction<Plan> plans = step -> new Plan.Calm();
    private MemorySns topics = new MemorySns();
    private MemorySes post = new MemorySes();
    private long nowMillis;

    Branch() {
        this(Bug.none());
    }

    /** One in which functions have this bug. */
    Branch(Bug bug) {
        this.bug = bug;
    }

    /** One invocation and its calls. */
    record Step(String name, List<Front.Call> calls) {}

    /** What a day left behind. */
    record Left(
            List<Step> steps,
            List<Reply> replies,
            Map<String, Set<Map<String, AttributeValue>>> items,
            Set<String> events,
            Set<String> mails) {}

    /** Opens in the morning, furnished, and tells what the day left behind. */
    Left tell(Consumer<Branch> day, IntFunction<Plan> wanted) {
        furnish();
        plans = wanted;
        steps.clear();
        replies.clear();
        day.accept(this);
        Map<String, Set<Map<String, AttributeValue>>> items = new HashMap<>();
        tables.names()
                .forEach(table -> items.put(table, Set.copyOf(tables.all(table).values())));
        return new Left(
                List.copyOf(steps),
                List.copyOf(replies),
                items,
                topics.published().stream().map(MemorySns.Published::body).collect(Collectors.toSet()),
                post.sent().stream().map(MemorySes.Mail::text).collect(Collectors.toSet()));
    }

    private void furnish() {
        tables.furnish();
        streams = new Streams(tables);
        topics = new MemorySns();
        post = new MemorySes();
        nowMillis = 0;
        MemorySqs sqs = new MemorySqs(() -> nowMillis);
        QUEUES.forEach((function, name) -> queues.put(
                function,
                sqs.add(new MemoryQueue(name, new MemoryQueue.Settings(30_000, Optional.empty(), Optional.empty())))));
        Outside outside = bug.in(
                new Outside(
                        streams.watched(client),
                        sqs,
                        topics,
                        post,
                        new SandboxProvider(client, "SandboxPaymentsTable")),
                new Ledger());
        for (FunctionName name : FunctionName.values()) {
            functions.put(
                    name,
                    Function.start(
                            name,
                            outside,
                            new Function.Self(
                                    InstantSource.fixed(name == FunctionName.DUE_WORK ? LATER : House.OPENS),
                                    attempt -> {},
                                    new SplittableRandom(1),
                                    millis -> {})));
        }
    }

    /** Asks, and asks again in the same words while the answer is that it is busy. */
    Reply ask(FunctionName function, String method, String path, String account, String body) {
        int question = path.indexOf('?');
        ObjectNode event = House.request(method, question < 0 ? path : path.substring(0, question), account, body);
        if (question >= 0) {
            ObjectNode query = event.putObject("multiValueQueryStringParameters");
            for (String pair : path.substring(question + 1).split("&", -1)) {
                query.withArray(pair.substring(0, pair.indexOf('='))).add(pair.substring(pair.indexOf('=') + 1));
            }
        }
        Reply reply = Reply.of(first(function, method + " " + path, event));
        for (int tries = 1; reply.isBusy() && tries < TRIES_MAX; tries++) {
            reply = Reply.of(again(function, event));
        }
        replies.add(reply);
        return reply;
    }

    /** What follows from what was committed, to the end. */
    void settle() {
        boolean moved;
        do {
            moved = stream();
            for (Map.Entry<FunctionName, MemoryQueue> queue : queues.entrySet()) {
                moved |= deliver(queue.getValue(), queue.getKey());
            }
        } while (moved);
    }

    /** Hands over messages that came from elsewhere. */
    ObjectNode hand(FunctionName function, MemoryQueue queue, List<MemoryQueue.Received> messages) {
        return first(function, messages.size() + " messages", QueueEvent.of(queue, messages));
    }

    /** The minute strikes; where due-work fails, it strikes again. */
    void dueWork() {
        try {
            first(FunctionName.DUE_WORK, "", JsonText.object());
        } catch (SdkException fails) {
            again(FunctionName.DUE_WORK, JsonText.object());
        }
        settle();
    }

    private boolean stream() {
        boolean moved = false;
        for (String table : streams.tables()) {
            Optional<ObjectNode> event = streams.next(table);
            event.ifPresent(records -> readers(table).forEach(reader -> read(reader, records)));
            moved |= event.isPresent();
        }
        return moved;
    }

    private static List<FunctionName> readers(String table) {
        return switch (table) {
            case Names.ORDERS -> List.of(FunctionName.CHANGE_RELAY, FunctionName.EVENT_PUBLISHER);
            case Names.STOCK -> List.of(FunctionName.CHANGE_RELAY, FunctionName.STOCK_HISTORY);
            default -> List.of(FunctionName.EVENT_PUBLISHER);
        };
    }

    private void read(FunctionName reader, ObjectNode event) {
        ObjectNode answer = first(reader, event.at("/Records/0/eventSourceARN").asText(), event);
        for (int tries = 1; !answer.path("batchItemFailures").isEmpty(); tries++) {
            give(tries, reader, answer);
            answer = again(
                    reader,
                    from(event, answer.at("/batchItemFailures/0/itemIdentifier").asText()));
        }
    }

    private static ObjectNode from(ObjectNode event, String sequenceNumber) {
        ObjectNode rest = JsonText.object();
        ArrayNode records = rest.putArray("Records");
        for (JsonNode record : event.path("Records")) {
            if (!records.isEmpty()
                    || record.at("/dynamodb/SequenceNumber").asText().equals(sequenceNumber)) {
                records.add(record);
            }
        }
        return rest;
    }

    private static void give(int tries, FunctionName function, ObjectNode answer) {
        if (tries >= TRIES_MAX) {
            throw new AssertionError(function + " fails again and again: " + answer);
        }
    }

    /** What comes back is delivered again until nothing does; so is what due-work sends for a payment. */
    private boolean deliver(MemoryQueue queue, FunctionName function) {
        List<MemoryQueue.Received> batch = queue.receive(MESSAGES_MAX, nowMillis, size -> 0);
        if (batch.isEmpty()) {
            return false;
        }
        delete(queue, batch, first(function, batch.size() + " messages", QueueEvent.of(queue, batch)));
        for (int tries = 1; queue.size() > 0 || (function == FunctionName.PAYMENT_PROCESSING && isDue()); tries++) {
            if (queue.size() == 0) {
                var _ = again(FunctionName.DUE_WORK, JsonText.object());
            }
            batch = queue.receive(MESSAGES_MAX, nowMillis, size -> 0);
            ObjectNode answer = again(function, QueueEvent.of(queue, batch));
            give(tries, function, answer);
            delete(queue, batch, answer);
        }
        return true;
    }

    private void delete(MemoryQueue queue, List<MemoryQueue.Received> batch, ObjectNode answer) {
        Set<String> failed = new HashSet<>(answer.path("batchItemFailures").findValuesAsText("itemIdentifier"));
        batch.stream()
                .filter(message -> !failed.contains(message.id()))
                .forEach(message -> queue.delete(message.receipt()));
        nowMillis += PAUSE_MILLIS;
    }

    private boolean isDue() {
        return tables.all(Names.ORDERS).values().stream()
                .map(item -> item.get("dueAtEpochSeconds"))
                .anyMatch(due -> due != null && Long.parseLong(due.n()) <= LATER.getEpochSecond());
    }

    /** An invocation in which what is planned goes wrong. */
    private ObjectNode first(FunctionName function, String about, ObjectNode event) {
        front.expect(plans.apply(steps.size()));
        try {
            return again(function, event);
        } finally {
            steps.add(new Step(function + " " + about, front.calm()));
        }
    }

    private ObjectNode again(FunctionName function, ObjectNode event) {
        return Optional.ofNullable(functions.get(function))
                .orElseThrow()
                .answer(event, Deadline.inMillis(() -> 20_000));
    }

    @Override
    public void close() {
        client.close();
        front.close();
        tables.close();
    }
}
