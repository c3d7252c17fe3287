package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.WaitingDemand;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place in the line for a SKU, as an item: its key is the turn, its content the units still waited for. */
public final class WaitingItem {
    static final String UNITS = "units";

    private WaitingItem() {}

    /** The waiting demand that this item holds. */
    public static WaitingDemand waiting(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new WaitingDemand(
                StockKeys.place(StockKeys.sku(item.string(StockKeys.SHELF)), item.string(StockKeys.ITEM)),
                item.number(UNITS));
    }
}
