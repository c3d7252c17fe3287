package dev.holdfast.aws.replenishment;

import dev.holdfast.aws.inventory.StockItem;
import dev.holdfast.aws.inventory.StockKeys;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.port.PolicyCommits;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A reorder policy and the thresholds in its SKU's stock item, in one transaction. */
public final class DynamoDbPolicyCommits implements PolicyCommits {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String stockTable;

    public DynamoDbPolicyCommits(DynamoDbClient dynamoDb, String table, String stockTable) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.stockTable = stockTable;
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
        Map<String, AttributeValue> written = PolicyItem.of(sku, policy, replaced + 1, by, at);
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

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
