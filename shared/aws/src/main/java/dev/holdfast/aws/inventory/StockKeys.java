package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Digits;
import dev.holdfast.inventory.LinePlace;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the Stock table. Everything of a SKU shares the partition {@code SKU#00}; the suffix leaves room for splitting
 * a hot SKU, and nothing else is prepared for it.
 */
public final class StockKeys {
    public static final String SHELF = "shelf";
    public static final String ITEM = "item";
    /** Sort key of the counters. */
    public static final String STOCK = "STOCK";
    /** Sort key of what a SKU is: description and the like. */
    public static final String MASTER = "SKU";
    /** Prefix of the places in line. */
    public static final String WAIT = "WAIT#";

    private static final String FIRST_SHARD = "#00";
    private static final int MILLIS_DIGITS = 13;

    private StockKeys() {}

    public static String shelf(Sku sku) {
        return sku.value() + FIRST_SHARD;
    }

    static Sku sku(String shelf) {
        return new Sku(shelf.substring(0, shelf.length() - FIRST_SHARD.length()));
    }

    public static Map<String, AttributeValue> stock(Sku sku) {
        return key(shelf(sku), STOCK);
    }

    public static Map<String, AttributeValue> master(Sku sku) {
        return key(shelf(sku), MASTER);
    }

    /** All locations of the merchant in one item, so that their number can be bounded by its condition. */
    public static Map<String, AttributeValue> locations() {
        return key("@locations", "ALL");
    }

    static Map<String, AttributeValue> place(LinePlace place) {
        long millis = place.acceptedAt().toEpochMilli();
        return key(
                shelf(place.sku()),
                WAIT + Digits.of(millis, MILLIS_DIGITS) + "#" + place.order().value());
    }

    static LinePlace place(Sku sku, String item) {
        int millisEnd = WAIT.length() + MILLIS_DIGITS;
        return new LinePlace(
                sku,
                Instant.ofEpochMilli(Long.parseLong(item.substring(WAIT.length(), millisEnd))),
                new OrderId(item.substring(millisEnd + 1)));
    }

    static Map<String, AttributeValue> key(String shelf, String item) {
        return Map.of(SHELF, AttributeValue.fromS(shelf), ITEM, AttributeValue.fromS(item));
    }
}
