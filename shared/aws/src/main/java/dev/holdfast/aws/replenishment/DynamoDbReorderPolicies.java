package dev.holdfast.aws.replenishment;

import dev.holdfast.aws.inventory.StockItem;
import dev.holdfast.aws.inventory.StockKeys;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.port.ReorderPolicies;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Reorder policies ({@code sku} / {@code POLICY}), each with its thresholds in the SKU's stock item. */
public final class DynamoDbReorderPolicies implements ReorderPolicies {
    private static final String VERSION = "version";
    private static final String REORDER_POINT = "reorderPoint";
    private static final String ORDER_UP_TO = "orderUpTo";
    private static final String HYSTERESIS = "hysteresis";
    private static final String SUPPLIER = "supplier";
    private static final String SET_BY = "setBy";
    private static final String SET_AT = "setAtEpochMillis";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String stockTable;

    /**
     * The policies of these tables.
     *
     * @param stockTable only written; {@link #find} does without it
     */
    public DynamoDbReorderPolicies(DynamoDbClient dynamoDb, String table, String stockTable) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.stockTable = stockTable;
    }

    /** {@inheritDoc} One consistent read: 1 read unit. */
    @Override
    public Optional<Stored> find(Sku sku) {
        Map<String, AttributeValue> attributes = dynamoDb.getItem(request -> request.tableName(table)
                        .key(ReplenishmentKeys.policy(sku))
                        .consistentRead(true))
                .item();
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        Item item = new Item(attributes);
        return Optional.of(new Stored(
                new ReorderPolicy(
                        Math.toIntExact(item.number(REORDER_POINT)),
                        Math.toIntExact(item.number(ORDER_UP_TO)),
                        Math.toIntExact(item.number(HYSTERESIS)),
                        item.findString(SUPPLIER)),
                item.number(VERSION)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Condition on the policy: the version to be replaced is there, or none. Where that fails and what stands there is
     * what was to be written, an earlier try of ours succeeded. Condition on the stock: the SKU has a stock item. Costs 2
     * write units for the policy and 2 per started KB of the stock item.
     */
    @Override
    public Outcome save(Sku sku, ReorderPolicy policy, long replaced, Actor by, Instant at) {
        Map<String, AttributeValue> written = item(sku, policy, replaced + 1, by, at);
        Transaction transaction = new Transaction();
        int policyAction = transaction.add(putPolicy(written, replaced));
        int stockAction = transaction.add(updateStock(sku, policy));
        return switch (transaction.attempt(dynamoDb)) {
            case Transaction.Attempt.Written _ -> Outcome.SAVED;
            case Transaction.Attempt.Contended _ -> Outcome.BUSY;
            case Transaction.Attempt.Unknown _ -> Outcome.UNKNOWN;
            case Transaction.Attempt.ConditionsFailed(Map<Integer, Map<String, AttributeValue>> items) -> {
                if (written.equals(items.get(policyAction))) {
                    yield Outcome.SAVED;
                }
                yield items.containsKey(stockAction) ? Outcome.NO_SUCH_SKU : Outcome.OVERTAKEN;
            }
        };
    }

    private TransactWriteItem putPolicy(Map<String, AttributeValue> written, long replaced) {
        Put.Builder put = Put.builder()
                .tableName(table)
                .item(written)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (replaced == 0) {
            put.conditionExpression("attribute_not_exists(sku)");
        } else {
            put.conditionExpression("version = :replaced")
                    .expressionAttributeValues(Map.of(":replaced", number(replaced)));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem updateStock(Sku sku, ReorderPolicy policy) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(stockTable)
                        .key(StockKeys.stock(sku))
                        .updateExpression("SET %s = :point, %s = :rearm ADD %s :one"
                                .formatted(StockItem.REORDER_POINT, StockItem.REARM_ABOVE, StockItem.VERSION))
                        .conditionExpression("attribute_exists(" + StockKeys.SHELF + ")")
                        .expressionAttributeValues(Map.of(
                                ":point", number(policy.thresholds().reorderPoint()),
                                ":rearm", number(policy.thresholds().rearmAbove()),
                                ":one", number(1)))
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> item(Sku sku, ReorderPolicy policy, long version, Actor by, Instant at) {
        Map<String, AttributeValue> item = new HashMap<>(ReplenishmentKeys.policy(sku));
        item.put(VERSION, number(version));
        item.put(REORDER_POINT, number(policy.reorderPoint()));
        item.put(ORDER_UP_TO, number(policy.orderUpTo()));
        item.put(HYSTERESIS, number(policy.hysteresis()));
        policy.supplier().ifPresent(supplier -> item.put(SUPPLIER, AttributeValue.fromS(supplier)));
        item.put(SET_BY, AttributeValue.fromS(by.value()));
        item.put(SET_AT, number(at.toEpochMilli()));
        return item;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
