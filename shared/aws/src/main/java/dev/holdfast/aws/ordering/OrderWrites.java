package dev.holdfast.aws.ordering;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.OrderChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The actions of an order's change: the header, under the condition that the order is still at the version that was
 * decided from, and those of its other items that differ. In a transaction two write units per started KB of each: 2
 * for an order whose parts fit its header.
 *
 * <p>A false condition means that the order has moved on.
 */
final class OrderWrites {
    private final String table;

    OrderWrites(String table) {
        this.table = table;
    }

    List<TransactWriteItem> of(OrderChange change) {
        OrderId id = change.after().content().id();
        Map<String, Map<String, AttributeValue>> before = OrderItems.changing(change.before());
        Map<String, Map<String, AttributeValue>> after = OrderItems.changing(change.after());
        List<TransactWriteItem> actions = new ArrayList<>();
        after.forEach((key, item) -> {
            if (key.equals(OrderKeys.HEADER)) {
                actions.add(header(item, change.before().state().version()));
            } else if (!item.equals(before.get(key))) {
                actions.add(TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item))
                        .build());
            }
        });
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> actions.add(delete(id, key)));
        return actions;
    }

    private TransactWriteItem header(Map<String, AttributeValue> item, long versionBefore) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("#version = :before")
                        .expressionAttributeNames(Map.of("#version", StateAttributes.VERSION))
                        .expressionAttributeValues(
                                Map.of(":before", AttributeValue.fromN(Long.toString(versionBefore)))))
                .build();
    }

    private TransactWriteItem delete(OrderId id, String key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(OrderKeys.key(id, key)))
                .build();
    }
}
