package dev.holdfast.aws.replenishment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An alert as an item of the Replenishment table, and as the data of its event. */
public final class AlertRecord {
    /** The event's type. */
    public static final String TYPE = "holdfast.reorder.alert.v1";

    private static final String EPOCH = "epoch";
    private static final String BASIS_VERSION = "basisVersion";
    private static final String AVAILABLE = "available";
    private static final String ON_ORDER = "onOrder";
    private static final String WAITING = "waiting";
    private static final String REORDER_POINT = "reorderPoint";
    private static final String SUGGESTED_QUANTITY = "suggestedQuantity";
    private static final String SUPPLIER = "supplier";
    private static final String RAISED_AT = "raisedAtEpochMillis";

    private AlertRecord() {}

    static Map<String, AttributeValue> item(Alert alert) {
        Map<String, AttributeValue> item = new HashMap<>(ReplenishmentKeys.alert(alert.sku(), alert.epoch()));
        put(item, EPOCH, alert.epoch());
        put(item, BASIS_VERSION, alert.basisVersion());
        put(item, AVAILABLE, alert.available());
        put(item, ON_ORDER, alert.onOrder());
        put(item, WAITING, alert.waiting());
        put(item, REORDER_POINT, alert.reorderPoint());
        put(item, SUGGESTED_QUANTITY, alert.suggestedQuantity());
        put(item, RAISED_AT, alert.raisedAt().toEpochMilli());
        alert.supplier().ifPresent(supplier -> item.put(SUPPLIER, AttributeValue.fromS(supplier)));
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String name, long value) {
        item.put(name, AttributeValue.fromN(Long.toString(value)));
    }

    /** The alert that an item of the Replenishment table holds; empty where it is a policy or a state. */
    public static Optional<Alert> decode(Map<String, AttributeValue> image) {
        Item item = new Item(image);
        if (!item.string(ReplenishmentKeys.ITEM).startsWith(ReplenishmentKeys.ALERT)) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                new Sku(item.string(ReplenishmentKeys.SKU)),
                item.number(EPOCH),
                item.number(BASIS_VERSION),
                item.number(AVAILABLE),
                item.number(ON_ORDER),
                item.number(WAITING),
                item.number(REORDER_POINT),
                item.number(SUGGESTED_QUANTITY),
                item.findString(SUPPLIER),
                Instant.ofEpochMilli(item.number(RAISED_AT))));
    }

    /** The event's data; its schema is {@code events/published/holdfast.reorder.alert.v1.schema.json}. */
    public static ObjectNode data(Alert alert) {
        ObjectNode data = JsonText.object()
                .put("sku", alert.sku().value())
                .put("position", alert.position())
                .put(AVAILABLE, alert.available())
                .put(ON_ORDER, alert.onOrder())
                .put(WAITING, alert.waiting())
                .put(REORDER_POINT, alert.reorderPoint())
                .put(SUGGESTED_QUANTITY, alert.suggestedQuantity());
        alert.supplier().ifPresentOrElse(supplier -> data.put(SUPPLIER, supplier), () -> data.putNull(SUPPLIER));
        return data.putNull("daysOfCover")
                .put(EPOCH, alert.epoch())
                .put(BASIS_VERSION, alert.basisVersion())
                .put("summary", alert.summary());
    }
}
