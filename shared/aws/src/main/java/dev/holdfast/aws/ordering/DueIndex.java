package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.kernel.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sparse index of orders that somebody must look at. It gives candidates: the order itself is read and decided. */
public final class DueIndex {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DueIndex(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** An order, and when it became due. */
    public record Due(OrderId order, Instant since) {}

    /** Orders whose due time is not after now, the longest due first in each shard; read as the stream is walked. */
    public Stream<Due> dueBy(Instant now) {
        return OrderKeys.dueShards().stream()
                .flatMap(shard -> dynamoDb
                        .queryPaginator(request -> request.tableName(table)
                                .indexName(OrderKeys.BY_DUE_TIME)
                                .keyConditionExpression(
                                        OrderKeys.DUE_SHARD + " = :shard AND " + OrderKeys.DUE_AT + " <= :now")
                                .expressionAttributeValues(Map.of(
                                        ":shard", AttributeValue.fromS(shard),
                                        ":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())))))
                        .items()
                        .stream())
                .map(Item::new)
                .map(item -> new Due(
                        new OrderId(item.string(OrderKeys.ORDER)),
                        Instant.ofEpochSecond(item.number(OrderKeys.DUE_AT))));
    }
}
