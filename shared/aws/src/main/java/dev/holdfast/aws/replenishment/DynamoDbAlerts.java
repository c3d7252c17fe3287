package dev.holdfast.aws.replenishment;

import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.domain.AlertState;
import dev.holdfast.replenishment.port.Alerts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Alert states ({@code sku} / {@code STATE}) and alerts ({@code sku} / {@code ALERT#epoch}). */
public final class DynamoDbAlerts implements Alerts {
    private static final String STATE = "state";
    private static final String ARMED = "armed";
    private static final String FIRED = "fired";
    private static final String EPOCH = "epoch";
    private static final String LAST_VERSION = "lastVersion";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbAlerts(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} One consistent read: 1 read unit. */
    @Override
    public Optional<AlertState> state(Sku sku) {
        Map<String, AttributeValue> item = dynamoDb.getItem(request -> request.tableName(table)
                        .key(ReplenishmentKeys.state(sku))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(state(new Item(item)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Condition on the state: it is as it was read. Where that fails and what stands there is what was to be written,
     * an earlier try of ours succeeded; anything else is somebody else's. Condition on the alert: there is none of this
     * epoch, which follows from the first; it fails alone never. Costs 2 write units, with an alert 4.
     */
    @Override
    public Outcome save(Sku sku, Optional<AlertState> before, AlertState after, Optional<Alert> alert) {
        Map<String, AttributeValue> written = item(sku, after);
        Transaction transaction = new Transaction();
        int state = transaction.add(put(stateAsRead(written, before)));
        alert.ifPresent(raised -> transaction.add(
                put(Put.builder().item(AlertRecord.item(raised)).conditionExpression("attribute_not_exists(sku)"))));
        return switch (transaction.attempt(dynamoDb)) {
            case Transaction.Attempt.Written _ -> Outcome.SAVED;
            case Transaction.Attempt.Contended _ -> Outcome.BUSY;
            case Transaction.Attempt.Unknown _ -> Outcome.UNKNOWN;
            case Transaction.Attempt.ConditionsFailed(Map<Integer, Map<String, AttributeValue>> items) -> {
                Invariant.check(items.containsKey(state), "an alert exists only where its state has moved on");
                yield written.equals(items.get(state)) ? Outcome.SAVED : Outcome.OVERTAKEN;
            }
        };
    }

    private static Put.Builder stateAsRead(Map<String, AttributeValue> written, Optional<AlertState> before) {
        Put.Builder put = Put.builder()
                .item(written)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        return before.map(read -> put.conditionExpression("lastVersion = :read")
                        .expressionAttributeValues(Map.of(":read", number(read.lastVersion()))))
                .orElseGet(() -> put.conditionExpression("attribute_not_exists(sku)"));
    }

    private TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.tableName(table).build()).build();
    }

    private static Map<String, AttributeValue> item(Sku sku, AlertState state) {
        Map<String, AttributeValue> item = new HashMap<>(ReplenishmentKeys.state(sku));
        item.put(
                STATE,
                AttributeValue.fromS(
                        switch (state) {
                            case AlertState.Armed _ -> ARMED;
                            case AlertState.Fired _ -> FIRED;
                        }));
        item.put(EPOCH, number(state.epoch()));
        item.put(LAST_VERSION, number(state.lastVersion()));
        return item;
    }

    private static AlertState state(Item item) {
        return switch (item.string(STATE)) {
            case ARMED -> new AlertState.Armed(item.number(EPOCH), item.number(LAST_VERSION));
            case FIRED -> new AlertState.Fired(item.number(EPOCH), item.number(LAST_VERSION));
            default -> throw new Invariant.Broken("an alert is armed or fired");
        };
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
