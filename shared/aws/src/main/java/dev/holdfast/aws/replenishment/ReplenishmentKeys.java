package dev.holdfast.aws.replenishment;

import dev.holdfast.aws.item.Digits;
import dev.holdfast.kernel.Sku;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the Replenishment table: everything of a SKU shares its partition. */
final class ReplenishmentKeys {
    static final String SKU = "sku";
    static final String ITEM = "item";
    /** Sort key of the reorder policy. */
    static final String POLICY = "POLICY";
    /** Sort key of the alert's state. */
    static final String STATE = "STATE";
    /** Prefix of the alerts that were raised. */
    static final String ALERT = "ALERT#";

    private ReplenishmentKeys() {}

    static Map<String, AttributeValue> policy(Sku sku) {
        return key(sku, POLICY);
    }

    static Map<String, AttributeValue> state(Sku sku) {
        return key(sku, STATE);
    }

    /** Alerts of a SKU sort by their epoch. */
    static Map<String, AttributeValue> alert(Sku sku, long epoch) {
        return key(sku, ALERT + Digits.of(epoch, 10));
    }

    private static Map<String, AttributeValue> key(Sku sku, String item) {
        return Map.of(SKU, AttributeValue.fromS(sku.value()), ITEM, AttributeValue.fromS(item));
    }
}
