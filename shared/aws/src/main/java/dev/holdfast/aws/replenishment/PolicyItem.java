package dev.holdfast.aws.replenishment;

import dev.holdfast.aws.item.Item;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.port.ReorderPolicies.Stored;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A reorder policy as an item. */
final class PolicyItem {
    static final String VERSION = "version";
    private static final String REORDER_POINT = "reorderPoint";
    private static final String ORDER_UP_TO = "orderUpTo";
    private static final String HYSTERESIS = "hysteresis";
    private static final String SUPPLIER = "supplier";
    private static final String SET_BY = "setBy";
    private static final String SET_AT = "setAtEpochMillis";

    private PolicyItem() {}

    static Stored read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new Stored(
                new ReorderPolicy(
                        Math.toIntExact(item.number(REORDER_POINT)),
                        Math.toIntExact(item.number(ORDER_UP_TO)),
                        Math.toIntExact(item.number(HYSTERESIS)),
                        item.findString(SUPPLIER)),
                item.number(VERSION));
    }

    static Map<String, AttributeValue> of(Sku sku, ReorderPolicy policy, long version, Actor by, Instant at) {
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
