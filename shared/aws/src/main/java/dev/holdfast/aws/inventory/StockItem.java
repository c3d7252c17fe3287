package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The stock item: flat counters per location, so that one write can condition and move any of them. Attribute
 * {@code a#MAIN} is what is available at MAIN; zeros may be left out.
 */
public final class StockItem {
    public static final String VERSION = "version";
    static final String LAST_ENTRY = "lastEntryId";
    static final String WAITING = "waiting";
    static final String LINE_VERSION = "lineVersion";
    static final String TENTATIVE = "tentative";
    static final String ON_ORDER = "onOrder";
    static final String AVAILABLE = "a#";
    static final String RESERVED = "r#";
    static final String DAMAGED = "d#";
    static final String QUALITY_CONTROL = "q#";
    static final String SAFETY = "s#";

    public static final String REORDER_POINT = "reorderPoint";
    public static final String REARM_ABOVE = "rearmAbove";

    private StockItem() {}

    /** The item of a SKU that was never stocked. */
    static Map<String, AttributeValue> unstocked(Sku sku) {
        Map<String, AttributeValue> item = new HashMap<>(StockKeys.stock(sku));
        item.put(VERSION, AttributeValue.fromN("0"));
        return item;
    }

    /** The stock that this item holds. */
    public static Stock stock(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        TreeMap<LocationId, Counters> shelves = new TreeMap<>();
        for (String name : attributes.keySet()) {
            if (name.length() > 2 && name.charAt(1) == '#') {
                String location = name.substring(2);
                shelves.computeIfAbsent(new LocationId(location), _ -> counters(item, location));
            }
        }
        return new Stock(
                StockKeys.sku(item.string(StockKeys.SHELF)),
                item.number(VERSION),
                shelves,
                item.numberOrZero(WAITING),
                item.numberOrZero(LINE_VERSION),
                item.numberOrZero(TENTATIVE),
                item.numberOrZero(ON_ORDER));
    }

    private static Counters counters(Item item, String location) {
        return new Counters(
                item.numberOrZero(AVAILABLE + location),
                item.numberOrZero(RESERVED + location),
                item.numberOrZero(DAMAGED + location),
                item.numberOrZero(QUALITY_CONTROL + location),
                item.numberOrZero(SAFETY + location));
    }

    /** Thresholds that its reorder policy gave it; empty without a policy. */
    public static Optional<Thresholds> thresholds(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return item.findNumber(REORDER_POINT).map(point -> new Thresholds(point, item.number(REARM_ABOVE)));
    }

    /** At or below the first the SKU is to be reordered; above the second it may be told again. */
    public record Thresholds(long reorderPoint, long rearmAbove) {}

    /** The journal entry of its last change; empty before the first. */
    public static Optional<String> lastEntry(Map<String, AttributeValue> attributes) {
        return new Item(attributes).findString(LAST_ENTRY);
    }
}
