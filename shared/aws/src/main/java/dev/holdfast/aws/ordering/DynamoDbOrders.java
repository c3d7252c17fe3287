package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.BatchReads;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.port.Orders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders in the Orders table. */
public final class DynamoDbOrders implements Orders {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoDbOrders.class);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final OrderWrites writes;

    public DynamoDbOrders(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.writes = new OrderWrites(table);
    }

    @Override
    public Optional<Order> load(OrderId id) {
        Loaded loaded = load(List.of(id));
        if (!loaded.damaged().isEmpty()) {
            throw new Invariant.Broken("order " + id + " cannot be put together");
        }
        return loaded.orders().stream().findFirst();
    }

    /**
     * {@inheritDoc} Headers first, then the parts that they name: one read unit per 4 KB of each. An order that moves
     * between the two reads is one that cannot be put together, or one whose next commit fails on its version; either
     * way it is read again.
     */
    @Override
    public Loaded load(Collection<OrderId> ids) {
        Map<String, Map<String, Map<String, AttributeValue>>> byOrder = new HashMap<>();
        List<Map<String, AttributeValue>> others = new ArrayList<>();
        List<Map<String, AttributeValue>> headerKeys = ids.stream()
                .distinct()
                .map(id -> OrderKeys.key(id, OrderKeys.HEADER))
                .toList();
        for (Map<String, AttributeValue> header : BatchReads.read(dynamoDb, table, headerKeys)) {
            String id = new Item(header).string(OrderKeys.ORDER);
            put(byOrder, header);
            OrderItems.otherParts(header).forEach(part -> others.add(OrderKeys.key(new OrderId(id), part)));
        }
        BatchReads.read(dynamoDb, table, others).forEach(item -> put(byOrder, item));
        Loaded loaded = new Loaded(new ArrayList<>(), new HashSet<>());
        byOrder.forEach((id, items) -> {
            try {
                loaded.orders().add(OrderItems.order(items));
            } catch (IllegalStateException | IllegalArgumentException damaged) {
                LOG.error("order {} cannot be put together", id, damaged);
                loaded.damaged().add(new OrderId(id));
            }
        });
        return loaded;
    }

    private static void put(
            Map<String, Map<String, Map<String, AttributeValue>>> byOrder, Map<String, AttributeValue> item) {
        byOrder.computeIfAbsent(new Item(item).string(OrderKeys.ORDER), _ -> new HashMap<>())
                .put(new Item(item).string(OrderKeys.ITEM), item);
    }

    /** {@inheritDoc} Two write units per started KB of header and changed parts; a false condition is MovedOn. */
    @Override
    public CommitOutcome save(OrderChange change) {
        Transaction transaction = new Transaction();
        transaction.addAll(writes.of(change));
        return transaction.attempt(dynamoDb).outcome();
    }
}
