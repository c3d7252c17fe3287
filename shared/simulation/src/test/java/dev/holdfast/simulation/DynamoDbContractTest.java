package dev.holdfast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Tables;
import dev.holdfast.simulation.engine.Tape;
import dev.holdfast.simulation.engine.Violation;
import dev.holdfast.simulation.world.Bug;
import dev.holdfast.simulation.world.Coverage;
import dev.holdfast.simulation.world.Names;
import dev.holdfast.simulation.world.Profile;
import dev.holdfast.simulation.world.Shop;
import dev.holdfast.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The database in memory does not lie: every call of recorded histories, faults and all, is made again on DynamoDB
 * Local, and each answer is the same, cancellation vectors included.
 */
class DynamoDbContractTest {
    private static final int HISTORIES = 25;
    private static final List<String> TABLES =
            List.of(Names.ORDERS, Names.STOCK, Names.JOURNAL, Names.HISTORY, Names.REPLENISHMENT, Names.CHANNELS);

    /** A call and what it was answered. */
    private record Exchange(String call, Function<DynamoDbClient, Object> again, Object answer) {}

    @Test
    void dynamoDbLocalAnswersEveryCallOfAHistoryAsTheDatabaseInMemoryDoes() {
        int calls = 0;
        Set<String> answers = new HashSet<>();
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Exchange> exchanges = new ArrayList<>();
            World world = record(seed, exchanges);
            calls += exchanges.size();
            try (Tables tables = Tables.of()) {
                furnish(tables.client());
                for (Exchange exchange : exchanges) {
                    assertThat(answer(exchange.again, tables.client()))
                            .as("seed %d: %s", seed, exchange.call)
                            .isEqualTo(exchange.answer);
                    answers.add(kind(exchange.answer));
                }
                for (String table : TABLES) {
                    assertThat(Set.copyOf(tables.all(table)))
                            .as("seed %d: %s at the end", seed, table)
                            .isEqualTo(Set.copyOf(world.store().all(table)));
                }
            }
        }
        System.out.printf("%d histories, %,d calls answered alike; refused: %s%n", HISTORIES, calls, answers);
        assertThat(answers).contains("cancelled", "done");
    }

    private static World record(long seed, List<Exchange> exchanges) {
        Tape tape = Tape.ofSeed(seed);
        Profile profile = Profile.drawn(tape).withFreshIndexes();
        Shop shop = new Shop(tape, false);
        World world = new World(new World.Setup(
                tape,
                profile,
                Optional.empty(),
                Bug.none(),
                store -> new Recorder(store, exchanges),
                new Coverage(),
                false,
                false));
        try {
            world.run(shop);
        } catch (Violation broken) {
            throw new AssertionError("seed " + seed, broken);
        }
        return world;
    }

    /** What was there before: accounts, SKUs and locations. */
    private static void furnish(DynamoDbClient client) {
        World fresh = new World(World.Setup.drawn(Tape.of(), Profile.calm(), Bug.none(), new Coverage(), false, false));
        for (String table : TABLES) {
            fresh.store()
                    .all(table)
                    .forEach(item -> client.putItem(put -> put.tableName(table).item(item)));
        }
    }

    private static String kind(Object answer) {
        String text = answer.toString();
        return text.startsWith("cancelled") ? "cancelled" : text.startsWith("condition") ? "condition failed" : "done";
    }

    private static Object answer(Function<DynamoDbClient, Object> call, DynamoDbClient client) {
        try {
            return call.apply(client);
        } catch (TransactionCanceledException e) {
            return "cancelled "
                    + e.cancellationReasons().stream()
                            .map(reason ->
                                    reason.code() + (reason.hasItem() ? new TreeMap<>(reason.item()).toString() : ""))
                            .toList();
        } catch (ConditionalCheckFailedException e) {
            return "condition failed " + (e.hasItem() ? new TreeMap<>(e.item()).toString() : "");
        } catch (DynamoDbException e) {
            return "refused " + e.awsErrorDetails().errorCode();
        }
    }

    private static final class Recorder implements DynamoDbClient {
        private final DynamoDbClient store;
        private final List<Exchange> exchanges;

        Recorder(DynamoDbClient store, List<Exchange> exchanges) {
            this.store = store;
            this.exchanges = exchanges;
        }

        private <R> R note(String call, Function<DynamoDbClient, R> made, Function<R, Object> comparable) {
            Function<DynamoDbClient, Object> again = client -> comparable.apply(made.apply(client));
            try {
                R response = made.apply(store);
                exchanges.add(new Exchange(call, again, comparable.apply(response)));
                return response;
            } catch (DynamoDbException refused) {
                exchanges.add(new Exchange(
                        call,
                        again,
                        answer(
                                client -> {
                                    throw refused;
                                },
                                store)));
                throw refused;
            }
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return note(request.toString(), client -> client.getItem(request), GetItemResponse::item);
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            return note(request.toString(), client -> client.batchGetItem(request), response -> {
                Map<String, Set<Map<String, AttributeValue>>> sets = new HashMap<>();
                response.responses().forEach((table, items) -> sets.put(table, Set.copyOf(items)));
                return List.of(sets, response.unprocessedKeys());
            });
        }

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            return note(
                    request.toString(),
                    client -> client.batchWriteItem(request),
                    response -> response.unprocessedItems());
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            return note(request.toString(), client -> client.putItem(request), response -> "done");
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return note(
                    request.toString(),
                    client -> client.query(request),
                    response -> List.of(response.items(), response.lastEvaluatedKey()));
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            return note(request.toString(), client -> client.transactWriteItems(request), response -> "done");
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
