package dev.holdfast.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Tables whose writes are metered. Each item is read before and after it is written, because the price follows from
 * both; emulators do not count it right. What the adapters do not use is not there.
 */
final class MeteredDynamoDb implements DynamoDbClient {
    private final DynamoDbClient tables;
    private final Pricing pricing;
    private final List<Written> changes = new ArrayList<>();
    private WriteUnits spent = WriteUnits.NONE;

    MeteredDynamoDb(DynamoDbClient tables, Pricing pricing) {
        this.tables = tables;
        this.pricing = pricing;
    }

    /** An item that was written. */
    record Written(String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}

    private record Target(String table, Map<String, AttributeValue> key) {}

    WriteUnits spent() {
        return spent;
    }

    /** What was written since this was last asked. */
    List<Written> takeChanges() {
        List<Written> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        List<Target> targets =
                request.transactItems().stream().map(this::target).toList();
        List<Map<String, AttributeValue>> before =
                targets.stream().map(this::item).toList();
        TransactWriteItemsResponse answer = tables.transactWriteItems(request);
        count(targets, before, true);
        return answer;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        List<Target> targets = new ArrayList<>();
        request.requestItems()
                .forEach((table, writes) -> writes.forEach(write -> targets.add(
                        new Target(table, pricing.key(table, write.putRequest().item())))));
        List<Map<String, AttributeValue>> before =
                targets.stream().map(this::item).toList();
        BatchWriteItemResponse answer = tables.batchWriteItem(request);
        count(targets, before, false);
        return answer;
    }

    private Target target(TransactWriteItem action) {
        return Optional.ofNullable(action.put())
                .map(put -> new Target(put.tableName(), pricing.key(put.tableName(), put.item())))
                .or(() -> Optional.ofNullable(action.update())
                        .map(update -> new Target(update.tableName(), update.key())))
                .or(() -> Optional.ofNullable(action.delete())
                        .map(delete -> new Target(delete.tableName(), delete.key())))
                .or(() -> Optional.ofNullable(action.conditionCheck())
                        .map(check -> new Target(check.tableName(), check.key())))
                .orElseThrow(() -> new IllegalArgumentException("an action does something"));
    }

    private Map<String, AttributeValue> item(Target target) {
        return tables.getItem(request ->
                        request.tableName(target.table()).key(target.key()).consistentRead(true))
                .item();
    }

    private void count(List<Target> targets, List<Map<String, AttributeValue>> before, boolean inTransaction) {
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Map<String, AttributeValue> after = item(target);
            spent = spent.plus(pricing.of(target.table(), before.get(i), after, inTransaction));
            changes.add(new Written(target.table(), before.get(i), after));
        }
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return tables.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return tables.batchGetItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return tables.query(request);
    }

    @Override
    public String serviceName() {
        return tables.serviceName();
    }

    @Override
    public void close() {
        tables.close();
    }
}
