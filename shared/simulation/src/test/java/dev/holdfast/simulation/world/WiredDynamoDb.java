package dev.holdfast.simulation.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** DynamoDB at the other end of the wire. */
final class WiredDynamoDb implements DynamoDbClient {
    private final Wire wire;
    private final DynamoDbClient store;

    WiredDynamoDb(Wire wire, DynamoDbClient store) {
        this.wire = wire;
        this.store = store;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        wire.asks("GetItem", request.tableName());
        return wire.call(
                Call.GET_ITEM, () -> request.tableName() + " " + key(request.key()), () -> store.getItem(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        request.requestItems().keySet().forEach(table -> wire.asks("BatchGetItem", table));
        Supplier<String> about = () -> request.requestItems().entrySet().stream()
                .map(table -> table.getKey()
                        + table.getValue().keys().stream()
                                .map(WiredDynamoDb::key)
                                .collect(Collectors.joining(", ", " ", "")))
                .collect(Collectors.joining("; "));
        return wire.call(Call.BATCH_GET, about, new Wire.Remote<>() {
            @Override
            public BatchGetItemResponse now() {
                return store.batchGetItem(request);
            }

            @Override
            public BatchGetItemResponse partly() {
                Map<String, KeysAndAttributes> some = new HashMap<>();
                Map<String, KeysAndAttributes> left = new HashMap<>();
                request.requestItems().forEach((table, keys) -> {
                    int half = keys.keys().size() / 2;
                    if (half > 0) {
                        some.put(
                                table,
                                keys.toBuilder()
                                        .keys(keys.keys().subList(0, half))
                                        .build());
                    }
                    left.put(
                            table,
                            keys.toBuilder()
                                    .keys(keys.keys().subList(half, keys.keys().size()))
                                    .build());
                });
                BatchGetItemResponse answer = some.isEmpty()
                        ? BatchGetItemResponse.builder().build()
                        : store.batchGetItem(
                                request.toBuilder().requestItems(some).build());
                return answer.toBuilder().unprocessedKeys(left).build();
            }
        });
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        request.requestItems().keySet().forEach(table -> wire.asks("BatchWriteItem", table));
        Supplier<String> about = () -> request.requestItems().entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue().size() + " items")
                .collect(Collectors.joining("; "));
        return wire.call(Call.BATCH_WRITE, about, new Wire.Remote<>() {
            @Override
            public BatchWriteItemResponse now() {
                return store.batchWriteItem(request);
            }

            @Override
            public BatchWriteItemResponse partly() {
                Map<String, List<WriteRequest>> some = new HashMap<>();
                Map<String, List<WriteRequest>> left = new HashMap<>();
                request.requestItems().forEach((table, writes) -> {
                    int half = writes.size() / 2;
                    if (half > 0) {
                        some.put(table, writes.subList(0, half));
                    }
                    left.put(table, writes.subList(half, writes.size()));
                });
                BatchWriteItemResponse answer = some.isEmpty()
                        ? BatchWriteItemResponse.builder().build()
                        : store.batchWriteItem(
                                request.toBuilder().requestItems(some).build());
                return answer.toBuilder().unprocessedItems(left).build();
            }
        });
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        wire.asks("Query", request.indexName() == null ? request.tableName() : request.tableName() + "/index");
        Supplier<String> about = () -> request.tableName()
                + (request.indexName() == null ? "" : "/" + request.indexName())
                + " " + key(request.expressionAttributeValues());
        return wire.call(Call.QUERY, about, new Wire.Remote<>() {
            @Override
            public QueryResponse now() {
                return store.query(request);
            }

            @Override
            public QueryResponse partly() {
                return store.query(request.toBuilder().limit(1).build());
            }
        });
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        wire.asks("PutItem", request.tableName());
        return wire.call(Call.PUT_ITEM, () -> request.tableName() + " " + key(request.item()), new Wire.Remote<>() {
            @Override
            public PutItemResponse now() {
                return store.putItem(request);
            }

            @Override
            public RuntimeException refusal(Fault fault) {
                return fault == Fault.CONFLICT
                        ? TransactionConflictException.builder()
                                .statusCode(400)
                                .writableStackTrace(false)
                                .message("Transaction is ongoing for the item")
                                .build()
                        : Wire.serviceFault(fault);
            }
        });
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        for (TransactWriteItem item : request.transactItems()) {
            if (item.put() != null) {
                wire.asks("PutItem", item.put().tableName());
            } else if (item.update() != null) {
                wire.asks("UpdateItem", item.update().tableName());
            } else {
                wire.asks("DeleteItem", item.delete().tableName());
            }
        }
        TransactWriteItemsRequest sent = request.clientRequestToken() == null
                ? request.toBuilder().clientRequestToken(wire.token()).build()
                : request;
        Supplier<String> about =
                () -> sent.transactItems().stream().map(WiredDynamoDb::action).collect(Collectors.joining(", "));
        return wire.call(Call.TRANSACT_WRITE, about, new Wire.Remote<>() {
            @Override
            public TransactWriteItemsResponse now() {
                return store.transactWriteItems(sent);
            }

            @Override
            public RuntimeException refusal(Fault fault) {
                return switch (fault) {
                    case CONFLICT -> cancelled("TransactionConflict");
                    case CANCELLED_THROTTLED -> cancelled("ThrottlingError");
                    case CANCELLED_PROVISIONED -> cancelled("ProvisionedThroughputExceeded");
                    case IN_PROGRESS ->
                        TransactionInProgressException.builder()
                                .statusCode(400)
                                .writableStackTrace(false)
                                .message("in progress")
                                .build();
                    default -> Wire.serviceFault(fault);
                };
            }

            // At one position, chosen; none of the others was looked at.
            private RuntimeException cancelled(String code) {
                int size = sent.transactItems().size();
                int at = wire.detail(size);
                List<CancellationReason> reasons = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    reasons.add(CancellationReason.builder()
                            .code(i == at ? code : "None")
                            .build());
                }
                return TransactionCanceledException.builder()
                        .cancellationReasons(reasons)
                        .statusCode(400)
                        .writableStackTrace(false)
                        .message("Transaction cancelled")
                        .build();
            }
        });
    }

    private static String action(TransactWriteItem item) {
        if (item.put() != null) {
            return "put " + item.put().tableName() + " " + key(item.put().item());
        }
        if (item.update() != null) {
            return "update " + item.update().tableName() + " "
                    + key(item.update().key());
        }
        return "delete " + item.delete().tableName() + " " + key(item.delete().key());
    }

    /** The key's values; an item's others are left out. */
    private static String key(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(":") || KEYS.contains(attribute.getKey()))
                .map(attribute -> attribute.getValue().s() == null
                        ? attribute.getValue().n()
                        : attribute.getValue().s())
                .sorted()
                .collect(Collectors.joining("/"));
    }

    private static final List<String> KEYS =
            List.of("orderId", "item", "shelf", "entryId", "sku", "step", "credential", "intent");

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
