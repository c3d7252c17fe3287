package dev.holdfast.aws.ordering;

import dev.holdfast.aws.inventory.StockKeys;
import dev.holdfast.aws.transaction.BatchReads;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.PersonalData;
import dev.holdfast.ordering.port.NewOrders;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes accepted orders. */
public final class DynamoDbNewOrders implements NewOrders {
    private final DynamoDbClient dynamoDb;
    private final String ordersTable;
    private final String stockTable;
    private final DynamoDbOrders orders;
    /** SKUs that were seen to exist. A SKU is never removed, so what was seen once stays true. */
    private final Set<Sku> seen = ConcurrentHashMap.newKeySet();

    public DynamoDbNewOrders(DynamoDbClient dynamoDb, String ordersTable, String stockTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = ordersTable;
        this.stockTable = stockTable;
        this.orders = new DynamoDbOrders(dynamoDb, ordersTable);
    }

    /** {@inheritDoc} Reads only SKUs that were not seen yet: one read unit each. */
    @Override
    public Set<Sku> unknown(Collection<Sku> skus) {
        Set<Sku> open = new HashSet<>(skus);
        open.removeAll(seen);
        if (open.isEmpty()) {
            return open;
        }
        Map<Map<String, AttributeValue>, Sku> keys = new HashMap<>();
        open.forEach(sku -> keys.put(StockKeys.master(sku), sku));
        for (Map<String, AttributeValue> item : BatchReads.read(dynamoDb, stockTable, keys.keySet())) {
            Sku found = keys.get(
                    Map.of(StockKeys.SHELF, item.get(StockKeys.SHELF), StockKeys.ITEM, item.get(StockKeys.ITEM)));
            if (found != null) {
                seen.add(found);
            }
        }
        open.removeAll(seen);
        return open;
    }

    /**
     * {@inheritDoc} Two write units per started KB of each item: 4 for an order whose lines fit the header (header and
     * personal data), 2 or 4 more per 60 further lines. A false condition at the header means that the order number is
     * taken, by this order or another.
     */
    @Override
    public Outcome accept(Order order, PersonalData personalData) {
        Transaction transaction = new Transaction();
        OrderItems.changing(order).values().forEach(item -> transaction.add(put(item, true)));
        OrderItems.lines(order.content()).values().forEach(item -> transaction.add(put(item, false)));
        transaction.add(put(PersonalDataItem.of(order.content().id(), personalData), false));
        return switch (transaction.attempt(dynamoDb)) {
            case Transaction.Attempt.Written _ -> new Outcome.Accepted();
            case Transaction.Attempt.ConditionsFailed _ -> existing(order);
            case Transaction.Attempt.Contended _ -> new Outcome.Contended();
            case Transaction.Attempt.Unknown _ -> new Outcome.Unknown();
        };
    }

    private Outcome existing(Order order) {
        Optional<Order> found = orders.load(order.content().id());
        return found.isEmpty() ? new Outcome.Contended() : new Outcome.Exists(found.get());
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, boolean ifAbsent) {
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(ordersTable).item(item);
                    if (ifAbsent) {
                        put.conditionExpression("attribute_not_exists(" + OrderKeys.ORDER + ")");
                    }
                })
                .build();
    }
}
