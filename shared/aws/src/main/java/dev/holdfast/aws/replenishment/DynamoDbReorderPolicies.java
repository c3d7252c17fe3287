package dev.holdfast.aws.replenishment;

import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.port.ReorderPolicies;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reorder policies ({@code sku} / {@code POLICY}). */
public final class DynamoDbReorderPolicies implements ReorderPolicies {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbReorderPolicies(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} One consistent read: 1 read unit. */
    @Override
    public Optional<Stored> find(Sku sku) {
        Map<String, AttributeValue> attributes = dynamoDb.getItem(request -> request.tableName(table)
                        .key(ReplenishmentKeys.policy(sku))
                        .consistentRead(true))
                .item();
        return attributes.isEmpty() ? Optional.empty() : Optional.of(PolicyItem.read(attributes));
    }
}
