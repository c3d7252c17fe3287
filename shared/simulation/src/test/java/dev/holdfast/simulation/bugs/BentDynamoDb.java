package dev.holdfast.simulation.bugs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A database whose callers got something wrong: what they ask is bent before it is sent. */
class BentDynamoDb implements DynamoDbClient {
    private final DynamoDbClient straight;

    BentDynamoDb(DynamoDbClient straight) {
        this.straight = straight;
    }

    /** Every action of every transaction bent by itself. */
    static DynamoDbClient actions(DynamoDbClient straight, UnaryOperator<TransactWriteItem> bent) {
        return transactions(
                straight, actions -> List.of(actions.stream().map(bent).toList()));
    }

    /** Every transaction as several, one after the other. */
    static DynamoDbClient transactions(
            DynamoDbClient straight, Function<List<TransactWriteItem>, List<List<TransactWriteItem>>> bent) {
        return new BentDynamoDb(straight) {
            @Override
            public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                bent.apply(request.transactItems()).stream()
                        .filter(part -> !part.isEmpty())
                        .forEach(part -> straight.transactWriteItems(
                                request.toBuilder().transactItems(part).build()));
                return TransactWriteItemsResponse.builder().build();
            }
        };
    }

    /** Without this condition of puts; the rest of an AND stays. */
    static DynamoDbClient withoutPutCondition(DynamoDbClient straight, Predicate<String> condition) {
        return actions(
                straight,
                action -> action.put() != null
                                && action.put().conditionExpression() != null
                                && condition.test(action.put().conditionExpression())
                        ? action.toBuilder()
                                .put(action.put().toBuilder()
                                        .conditionExpression(null)
                                        .expressionAttributeNames(null)
                                        .expressionAttributeValues(null)
                                        .build())
                                .build()
                        : action);
    }

    /** Updates of stock with parts of their condition bent; an empty part falls away. */
    static DynamoDbClient stockConditions(DynamoDbClient straight, UnaryOperator<String> part) {
        return actions(straight, action -> {
            if (action.update() == null || action.update().conditionExpression() == null) {
                return action;
            }
            List<String> parts = new ArrayList<>();
            for (String one : action.update().conditionExpression().split(" AND ", -1)) {
                String bent = part.apply(one);
                if (!bent.isEmpty()) {
                    parts.add(bent);
                }
            }
            return action.toBuilder()
                    .update(action.update().toBuilder()
                            .conditionExpression(String.join(" AND ", parts))
                            .build())
                    .build();
        });
    }

    /** Headers of orders as somebody writes them wrongly. */
    static DynamoDbClient headers(DynamoDbClient straight, UnaryOperator<Map<String, AttributeValue>> bent) {
        return items(straight, item -> text(item, "item").equals("H"), bent);
    }

    /** Items put in transactions, bent where they are meant. */
    static DynamoDbClient items(
            DynamoDbClient straight,
            Predicate<Map<String, AttributeValue>> meant,
            UnaryOperator<Map<String, AttributeValue>> bent) {
        return actions(
                straight,
                action -> action.put() != null && meant.test(action.put().item())
                        ? action.toBuilder()
                                .put(action.put().toBuilder()
                                        .item(bent.apply(
                                                new HashMap<>(action.put().item())))
                                        .build())
                                .build()
                        : action);
    }

    static String text(Map<String, AttributeValue> item, String attribute) {
        return Optional.ofNullable(item.get(attribute)).map(AttributeValue::s).orElse("");
    }

    /** The kind of journal entry in a transaction; empty where there is none. */
    static String kind(List<TransactWriteItem> actions) {
        return actions.stream()
                .filter(action -> action.put() != null && action.put().item().containsKey("entryId"))
                .map(action -> text(action.put().item(), "kind"))
                .findFirst()
                .orElse("");
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return straight.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return straight.batchGetItem(request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return straight.batchWriteItem(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return straight.putItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return straight.query(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return straight.transactWriteItems(request);
    }

    @Override
    public String serviceName() {
        return straight.serviceName();
    }

    @Override
    public void close() {}
}
