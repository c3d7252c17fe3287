package dev.holdfast.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Tables;
import dev.holdfast.aws.transaction.BatchReads;
import dev.holdfast.aws.transaction.BatchWrites;
import dev.holdfast.aws.transaction.ConditionalPut;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.simulation.aws.MemoryDatabase;
import dev.holdfast.simulation.engine.Crash;
import dev.holdfast.simulation.engine.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What DynamoDB Local never says, a conflict, throttling, a transaction in progress, is said by the same wire before it
 * and before the database in memory: what adapters make of it, and what is stored then, is the same.
 */
class FaultsOnBothTest {
    private static final long AFTER_ALL_MILLIS = 600_000;
    private static final String TABLE = "StockHistoryTable";
    private static final List<Map<String, AttributeValue>> ITEMS = IntStream.range(0, 5)
            .mapToObj(step -> Tables.item("sku", "TEA", "step", "s" + step, "version", step))
            .toList();

    private final Tables local = Tables.of(TABLE);
    private final Tables memory = Tables.in(new MemoryDatabase(), TABLE);

    /** What came of a call, and what is stored then. */
    private record Came(Object outcome, Set<Map<String, AttributeValue>> stored) {}

    @AfterEach
    void close() {
        local.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        Call.GET_ITEM, Call.BATCH_GET, Call.QUERY, Call.PUT_ITEM, Call.BATCH_WRITE, Call.TRANSACT_WRITE)
                .flatMap(call -> call.faults().stream().map(fault -> Arguments.of(call, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void adapters_make_the_same_of_a_fault_before_either_database(Call call, Fault fault) {
        Came there = came(local, call, fault);
        assertThat(came(memory, call, fault)).isEqualTo(there);
        if (call == Call.TRANSACT_WRITE) {
            assertThat(there.outcome).isEqualTo(attempt(fault));
        } else if (call == Call.PUT_ITEM) {
            // The repetition of a single write meets what the first one wrote.
            assertThat(there.outcome)
                    .isEqualTo(
                            fault == Fault.REPEATED
                                    ? new CommitOutcome.MovedOn()
                                    : attempt(fault) instanceof Transaction.Attempt attempt
                                            ? attempt.outcome()
                                            : attempt(fault));
        }
    }

    /** What a transaction's fault is to the adapters. */
    private static Object attempt(Fault fault) {
        return switch (fault) {
            case NONE, REPEATED, SLOW_BEFORE, SLOW_AFTER -> new Transaction.Attempt.Written();
            case THROTTLED, CONFLICT, CANCELLED_THROTTLED, CANCELLED_PROVISIONED -> new Transaction.Attempt.Contended();
            case LOST_BEFORE, LOST_AFTER, LANDS_LATE, SERVER_ERROR, IN_PROGRESS -> new Transaction.Attempt.Unknown();
            case CRASH_BEFORE, CRASH_AFTER -> "crash";
            case PARTIAL, UNAVAILABLE, DECLINED, WRONG_AMOUNT ->
                throw new IllegalArgumentException("no transaction suffers that");
        };
    }

    private static Came came(Tables tables, Call call, Fault fault) {
        if (call != Call.PUT_ITEM && call != Call.BATCH_WRITE && call != Call.TRANSACT_WRITE) {
            BatchWrites.put(tables.client(), TABLE, ITEMS);
        }
        List<Object> outcomes = new ArrayList<>();
        Scheduler scheduler = new Scheduler(ready -> 0);
        Wire wire = new Wire(scheduler, Faults.one(0, fault), new Coverage(), new Trace(false, scheduler::nowMillis));
        DynamoDbClient wired = new WiredDynamoDb(wire, tables.client());
        scheduler.start(
                new Invocation(FunctionName.STOCK_HISTORY, 1, AFTER_ALL_MILLIS),
                () -> outcomes.add(outcome(wired, call)));
        scheduler.runUntil(AFTER_ALL_MILLIS);
        return new Came(outcomes.getFirst(), Set.copyOf(tables.all(TABLE)));
    }

    private static Object outcome(DynamoDbClient client, Call call) {
        try {
            return done(client, call);
        } catch (Crash crash) {
            return "crash";
        } catch (RuntimeException e) {
            return e.getClass() + " " + e.getMessage();
        }
    }

    private static Object done(DynamoDbClient client, Call call) {
        return switch (call) {
            case GET_ITEM ->
                client.getItem(get -> get.tableName(TABLE).key(key(ITEMS.getFirst())))
                        .item();
            case BATCH_GET ->
                Set.copyOf(BatchReads.read(
                        client, TABLE, ITEMS.stream().map(FaultsOnBothTest::key).toList()));
            case QUERY ->
                client
                        .queryPaginator(query -> query.tableName(TABLE)
                                .keyConditionExpression("sku = :sku")
                                .expressionAttributeValues(Map.of(":sku", AttributeValue.fromS("TEA"))))
                        .items()
                        .stream()
                        .toList();
            case PUT_ITEM ->
                ConditionalPut.attempt(
                        client,
                        put -> put.tableName(TABLE)
                                .item(ITEMS.getFirst())
                                .conditionExpression("attribute_not_exists(sku)"));
            case BATCH_WRITE -> {
                BatchWrites.put(client, TABLE, ITEMS);
                yield "done";
            }
            case TRANSACT_WRITE -> {
                Transaction transaction = new Transaction();
                ITEMS.forEach(item -> transaction.add(TransactWriteItem.builder()
                        .put(Put.builder()
                                .tableName(TABLE)
                                .item(item)
                                .conditionExpression("attribute_not_exists(sku)")
                                .build())
                        .build()));
                yield transaction.attempt(client);
            }
            default -> throw new IllegalArgumentException("not to a database: " + call);
        };
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                "sku",
                item.getOrDefault("sku", AttributeValue.fromS("")),
                "step",
                item.getOrDefault("step", AttributeValue.fromS("")));
    }
}
