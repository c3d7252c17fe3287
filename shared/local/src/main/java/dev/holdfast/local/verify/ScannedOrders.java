package dev.holdfast.local.verify;

import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.aws.ordering.OrderKeys;
import dev.holdfast.aws.ordering.PersonalDataItem;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** The orders in the items of a scan, put together by the very adapter that the functions use. */
final class ScannedOrders {
    private static final String TABLE = "scanned";

    private final SortedMap<String, SortedMap<String, Map<String, AttributeValue>>> byOrder = new TreeMap<>();
    private final SortedMap<String, StoredOrder> orders = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    ScannedOrders(List<Map<String, AttributeValue>> items) {
        for (Map<String, AttributeValue> attributes : items) {
            Item item = new Item(attributes);
            byOrder.computeIfAbsent(item.string(OrderKeys.ORDER), _ -> new TreeMap<>())
                    .put(item.string(OrderKeys.ITEM), attributes);
        }
        DynamoDbOrders adapter = new DynamoDbOrders(new Scanned(), TABLE);
        byOrder.forEach((id, parts) -> read(id, parts, adapter));
    }

    private void read(String id, Map<String, Map<String, AttributeValue>> parts, DynamoDbOrders adapter) {
        try {
            Optional<Order> order = adapter.load(new OrderId(id));
            if (order.isEmpty()) {
                unreadable.add("order " + id + " has items " + parts.keySet() + " and no header");
                return;
            }
            Optional<PersonalData> personalData =
                    Optional.ofNullable(parts.get(OrderKeys.PERSONAL)).map(PersonalDataItem::personalData);
            int dueTimes = (int) parts.values().stream()
                    .filter(item -> item.containsKey(OrderKeys.DUE_SHARD) && item.containsKey(OrderKeys.DUE_AT))
                    .count();
            orders.put(id, new StoredOrder(order.get(), personalData, dueTimes));
        } catch (RuntimeException e) {
            unreadable.add("order " + id + " cannot be read: " + e.getMessage());
        }
    }

    SortedMap<String, StoredOrder> orders() {
        return orders;
    }

    /** What could not be read, in words. */
    List<String> unreadable() {
        return unreadable;
    }

    /** A table that holds what was scanned, and answers reads of single items only. */
    private final class Scanned implements DynamoDbClient {
        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            List<Map<String, AttributeValue>> found = new ArrayList<>();
            request.requestItems()
                    .values()
                    .forEach(asked -> asked.keys().forEach(key -> {
                        Item wanted = new Item(key);
                        Map<String, AttributeValue> item = byOrder.getOrDefault(
                                        wanted.string(OrderKeys.ORDER), new TreeMap<>())
                                .get(wanted.string(OrderKeys.ITEM));
                        if (item != null) {
                            found.add(item);
                        }
                    }));
            return BatchGetItemResponse.builder()
                    .responses(Map.of(TABLE, found))
                    .unprocessedKeys(Map.of())
                    .build();
        }

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
