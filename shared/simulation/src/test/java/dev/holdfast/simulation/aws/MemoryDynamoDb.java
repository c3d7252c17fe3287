package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * DynamoDB in memory, as far as we use it; what we do not use, it refuses. It never fails by itself: faults come from
 * outside. {@code DynamoDbContractTest} compares its answers with those of DynamoDB Local.
 */
public final class MemoryDynamoDb implements DynamoDbClient {
    private static final long TOKEN_MILLIS = 10 * 60_000L;
    private static final int ACTIONS_MAX = 100;

    private final LongSupplier nowMillis;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Long> tokens = new HashMap<>();
    private Consumer<List<Change>> committed = changes -> {};
    private LongSupplier indexLagMillis = () -> 0;

    /** An empty one. */
    public MemoryDynamoDb(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
    }

    /** Another with the same items. */
    public MemoryDynamoDb copy(LongSupplier clock) {
        MemoryDynamoDb copy = new MemoryDynamoDb(clock);
        tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
        return copy;
    }

    /** Tells this one of every commit, before its caller hears of it. */
    public void onCommit(Consumer<List<Change>> listener) {
        committed = listener;
    }

    /** How far behind an index is, asked with each query of one. */
    public void indexLag(LongSupplier millis) {
        indexLagMillis = millis;
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        tables.put(request.tableName(), Table.of(request));
        return CreateTableResponse.builder().build();
    }

    private Table table(String name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> Refusals.validation("Cannot do operations on a non-existent table: " + name));
    }

    /** All items of a table, for whoever checks. */
    public List<Map<String, AttributeValue>> all(String table) {
        return table(table).all();
    }

    /** The item as it is, for whoever checks; empty where there is none. */
    public Map<String, AttributeValue> peek(String table, String partition, String sort) {
        return table(table).get(new Change.Key(partition, sort));
    }

    /** The key of a change, as attributes. */
    public Map<String, AttributeValue> keys(Change change) {
        return table(change.table()).attributes(change.key());
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return ScanResponse.builder().items(all(request.tableName())).build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        Table table = table(request.tableName());
        Map<String, AttributeValue> item = table.get(table.key(request.key()));
        GetItemResponse.Builder response = GetItemResponse.builder();
        return item.isEmpty() ? response.build() : response.item(item).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        Map<String, List<Map<String, AttributeValue>>> responses = new HashMap<>();
        request.requestItems().forEach((name, keys) -> {
            Table table = table(name);
            refuseEmpty(keys.keys());
            List<Map<String, AttributeValue>> found = new ArrayList<>();
            for (Map<String, AttributeValue> key : keys.keys()) {
                Map<String, AttributeValue> item = table.get(table.key(key));
                if (!item.isEmpty()) {
                    found.add(item);
                }
            }
            responses.put(name, found);
        });
        return BatchGetItemResponse.builder()
                .responses(responses)
                .unprocessedKeys(Map.of())
                .build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        request.requestItems().forEach((name, writes) -> {
            Table table = table(name);
            refuseEmpty(writes);
            for (WriteRequest write : writes) {
                commit(List.of(
                        write.putRequest() != null
                                ? put(table, write.putRequest().item())
                                : delete(table, write.deleteRequest().key())));
            }
        });
        return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
    }

    private static void refuseEmpty(List<?> batch) {
        if (batch.isEmpty()) {
            throw Refusals.validation("The batch has no entries");
        }
    }

    private static Change put(Table table, Map<String, AttributeValue> item) {
        Change.Key key = table.key(item);
        return new Change(table.name(), key, table.get(key), item);
    }

    private static Change delete(Table table, Map<String, AttributeValue> keyItem) {
        Change.Key key = table.key(keyItem);
        return new Change(table.name(), key, table.get(key), Map.of());
    }

    private void commit(List<Change> changes) {
        List<Change> real = new ArrayList<>(changes.size());
        for (Change change : changes) {
            if (!change.before().equals(change.after())) {
                table(change.table()).write(change, nowMillis.getAsLong());
                real.add(change);
            }
        }
        if (!real.isEmpty()) {
            committed.accept(real);
        }
    }

    /** A write to be: its change, and the condition that it is under. */
    private record Action(
            Table table,
            Change.Key key,
            @Nullable String condition,
            Operand.Names names,
            boolean returnsOld,
            @Nullable Map<String, AttributeValue> put,
            @Nullable String update) {
        boolean holds() {
            return Condition.holds(condition, table.get(key), names);
        }

        Map<String, AttributeValue> old() {
            return returnsOld ? table.get(key) : Map.of();
        }

        Change change() {
            Map<String, AttributeValue> before = table.get(key);
            if (put != null) {
                return new Change(table.name(), key, before, put);
            }
            if (update == null) {
                return new Change(table.name(), key, before, Map.of());
            }
            Map<String, AttributeValue> base = before.isEmpty() ? table.attributes(key) : before;
            return new Change(table.name(), key, before, UpdateText.of(update).applied(base, names));
        }
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        Table table = table(request.tableName());
        write(new Action(
                table,
                table.key(request.item()),
                request.conditionExpression(),
                new Operand.Names(request.expressionAttributeNames(), request.expressionAttributeValues()),
                returnsOld(request.returnValuesOnConditionCheckFailure()),
                request.item(),
                null));
        return PutItemResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Table table = table(request.tableName());
        write(new Action(
                table,
                table.key(request.key()),
                request.conditionExpression(),
                new Operand.Names(request.expressionAttributeNames(), request.expressionAttributeValues()),
                returnsOld(request.returnValuesOnConditionCheckFailure()),
                null,
                request.updateExpression()));
        return UpdateItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        Table table = table(request.tableName());
        write(new Action(
                table,
                table.key(request.key()),
                request.conditionExpression(),
                new Operand.Names(request.expressionAttributeNames(), request.expressionAttributeValues()),
                returnsOld(request.returnValuesOnConditionCheckFailure()),
                null,
                null));
        return DeleteItemResponse.builder().build();
    }

    private void write(Action action) {
        if (!action.holds()) {
            throw Refusals.conditionFailed(action.old());
        }
        commit(List.of(action.change()));
    }

    private static boolean returnsOld(@Nullable ReturnValuesOnConditionCheckFailure wanted) {
        return wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD;
    }

    /** All or none. A token that was committed within ten minutes is answered again, without effect. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        String token = request.clientRequestToken();
        long now = nowMillis.getAsLong();
        if (token != null && tokens.getOrDefault(token, Long.MIN_VALUE) > now - TOKEN_MILLIS) {
            return TransactWriteItemsResponse.builder().build();
        }
        List<Action> actions = new ArrayList<>(request.transactItems().size());
        Set<Object> keys = new HashSet<>();
        for (TransactWriteItem item : request.transactItems()) {
            Action action = action(item);
            actions.add(action);
            if (!keys.add(List.of(action.table.name(), action.key))) {
                throw Refusals.validation("Transaction request cannot include multiple operations on one item");
            }
        }
        if (actions.isEmpty() || actions.size() > ACTIONS_MAX) {
            throw Refusals.validation("Member must have length less than or equal to 100");
        }
        check(actions);
        List<Change> changes = new ArrayList<>(actions.size());
        actions.forEach(action -> changes.add(action.change()));
        if (token != null) {
            tokens.put(token, now);
        }
        commit(changes);
        return TransactWriteItemsResponse.builder().build();
    }

    private static void check(List<Action> actions) {
        boolean[] failed = new boolean[actions.size()];
        boolean any = false;
        for (int i = 0; i < failed.length; i++) {
            failed[i] = !actions.get(i).holds();
            any |= failed[i];
        }
        if (any) {
            List<CancellationReason> reasons = new ArrayList<>();
            for (int i = 0; i < failed.length; i++) {
                reasons.add(
                        failed[i] ? Refusals.conditionFailedAt(actions.get(i).old()) : Refusals.none());
            }
            throw Refusals.cancelled(reasons);
        }
    }

    private Action action(TransactWriteItem item) {
        if (item.put() != null) {
            Put put = item.put();
            Table table = table(put.tableName());
            return new Action(
                    table,
                    table.key(put.item()),
                    put.conditionExpression(),
                    new Operand.Names(put.expressionAttributeNames(), put.expressionAttributeValues()),
                    returnsOld(put.returnValuesOnConditionCheckFailure()),
                    put.item(),
                    null);
        }
        if (item.update() != null) {
            Update update = item.update();
            Table table = table(update.tableName());
            return new Action(
                    table,
                    table.key(update.key()),
                    update.conditionExpression(),
                    new Operand.Names(update.expressionAttributeNames(), update.expressionAttributeValues()),
                    returnsOld(update.returnValuesOnConditionCheckFailure()),
                    null,
                    update.updateExpression());
        }
        if (item.delete() != null) {
            Delete delete = item.delete();
            Table table = table(delete.tableName());
            return new Action(
                    table,
                    table.key(delete.key()),
                    delete.conditionExpression(),
                    new Operand.Names(delete.expressionAttributeNames(), delete.expressionAttributeValues()),
                    returnsOld(delete.returnValuesOnConditionCheckFailure()),
                    null,
                    null);
        }
        ConditionCheck check = item.conditionCheck();
        throw new UnsupportedOperationException("nothing of ours checks without writing: " + check);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        Table table = table(request.tableName());
        Operand.Names names =
                new Operand.Names(request.expressionAttributeNames(), request.expressionAttributeValues());
        Condition keys = Condition.of(request.keyConditionExpression());
        Table.KeyNames keyNames = table.keyNames();
        List<Map<String, AttributeValue>> candidates;
        Comparator<Map<String, AttributeValue>> order;
        if (request.indexName() == null) {
            candidates = new ArrayList<>(
                    table.partition(wanted(keys, keyNames.partition(), names)).values());
            order = Comparator.comparing(item -> table.key(item).sort());
        } else {
            Index index = table.index(request.indexName());
            index.catchUp(nowMillis.getAsLong() - indexLagMillis.getAsLong());
            candidates = index.items(wanted(keys, index.keyNames().partition(), names));
            order = Comparator.comparing(item -> index.place(item, table.key(item)));
        }
        List<Map<String, AttributeValue>> matching = new ArrayList<>();
        for (Map<String, AttributeValue> item : candidates) {
            if (keys.holds(item, names)) {
                matching.add(item);
            }
        }
        if (Boolean.FALSE.equals(request.scanIndexForward())) {
            matching = matching.reversed();
            order = order.reversed();
        }
        return page(request, table, matching, order, names);
    }

    private static String wanted(Condition keys, String attribute, Operand.Names names) {
        return keys.required(attribute, names)
                .orElseThrow(() -> Refusals.validation("Query condition missed key schema element: " + attribute))
                .s();
    }

    private static QueryResponse page(
            QueryRequest request,
            Table table,
            List<Map<String, AttributeValue>> matching,
            Comparator<Map<String, AttributeValue>> order,
            Operand.Names names) {
        int from = 0;
        if (request.hasExclusiveStartKey()) {
            while (from < matching.size() && order.compare(matching.get(from), request.exclusiveStartKey()) <= 0) {
                from++;
            }
        }
        int limit = request.limit() == null ? Integer.MAX_VALUE : request.limit();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        QueryResponse.Builder response = QueryResponse.builder();
        int looked = 0;
        for (int i = from; i < matching.size() && looked < limit; i++, looked++) {
            Map<String, AttributeValue> item = matching.get(i);
            if (Condition.holds(request.filterExpression(), item, names)) {
                items.add(item);
            }
            if (looked + 1 == limit) {
                response.lastEvaluatedKey(lastKey(request, table, item));
            }
        }
        return response.items(items).build();
    }

    private static Map<String, AttributeValue> lastKey(
            QueryRequest request, Table table, Map<String, AttributeValue> item) {
        return request.indexName() == null ? table.attributes(table.key(item)) : item;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
