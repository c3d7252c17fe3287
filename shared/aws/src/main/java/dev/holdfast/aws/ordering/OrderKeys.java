package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Digits;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.ShipmentStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the Orders table and of its indexes, which are spread over eight shards each. */
public final class OrderKeys {
    public static final String ORDER = "orderId";
    public static final String ITEM = "item";
    public static final String HEADER = "H";
    public static final String PERSONAL = "P";
    public static final String SHORTFALLS = "S";
    static final String LINES = "L#";
    static final String HELD = "A#";
    static final String SHIPMENT = "SHP#";
    static final String NOTIFIED = "N#";

    public static final String BY_CHANNEL = "byChannel";
    public static final String BY_DUE_TIME = "byDueTime";
    public static final String BY_SHIPMENT = "byShipment";
    public static final String CHANNEL_SHARD = "channelShard";
    public static final String PLACED_AT = "placedAtEpochMillis";
    public static final String DUE_SHARD = "dueShard";
    public static final String DUE_AT = "dueAtEpochSeconds";
    public static final String SHIPMENT_SHARD = "shipmentShard";

    private static final int SHARDS = 8;

    private OrderKeys() {}

    public static Map<String, AttributeValue> key(OrderId id, String item) {
        return Map.of(ORDER, AttributeValue.fromS(id.value()), ITEM, AttributeValue.fromS(item));
    }

    static String numbered(String prefix, int index) {
        return prefix + Digits.of(index, 3);
    }

    private static int shard(OrderId id) {
        return Math.floorMod(id.value().hashCode(), SHARDS);
    }

    static String channelShard(ChannelId channel, OrderId id) {
        return channel + "#" + shard(id);
    }

    static String dueShard(OrderId id) {
        return Integer.toString(shard(id));
    }

    static String shipmentShard(LocationId location, ShipmentStatus status, OrderId id) {
        return location + "#" + status + "#" + shard(id);
    }

    /** All shards of a channel. */
    public static List<String> channelShards(ChannelId channel) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> channel + "#" + shard)
                .toList();
    }

    /** All shards of open work. */
    public static List<String> dueShards() {
        return IntStream.range(0, SHARDS).mapToObj(Integer::toString).toList();
    }

    /** All shards of a location's shipments in one status. */
    public static List<String> shipmentShards(LocationId location, ShipmentStatus status) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> location + "#" + status + "#" + shard)
                .toList();
    }
}
