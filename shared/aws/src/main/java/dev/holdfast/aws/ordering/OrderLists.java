package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.ShipmentStatus;
import dev.holdfast.ordering.port.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists of orders and of shipments. The indexes give candidates, a moment late; the orders themselves are read
 * consistently, and those that moved on are left out. A page costs a query per shard (0.5 read units) and one read unit
 * per 4 KB of order.
 */
public final class OrderLists {
    /** Orders that one page with a status looks at before it hands over to the next. */
    private static final int LOOKED_AT_MAX = 500;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Orders orders;

    public OrderLists(DynamoDbClient dynamoDb, String table, Orders orders) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.orders = orders;
    }

    /** A place in a channel's list: newest first, orders of one instant by id. */
    public record Place(long placedAtEpochMillis, OrderId order) {
        static final Comparator<Place> NEWEST_FIRST =
                Comparator.comparingLong(Place::placedAtEpochMillis).reversed().thenComparing(Place::order);

        public String text() {
            return placedAtEpochMillis + "/" + order;
        }

        /** The place that {@link #text()} wrote; empty where it is none. */
        public static Optional<Place> read(String text) {
            int slash = text.indexOf('/');
            try {
                return slash < 0
                        ? Optional.empty()
                        : Optional.of(new Place(
                                Long.parseLong(text.substring(0, slash)), new OrderId(text.substring(slash + 1))));
            } catch (InvalidValue | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** Part of a list, and where it goes on. */
    public record Part(List<Order> orders, Optional<Place> next) {}

    /** A channel's orders, newest first. With a status a part may be short, or empty, and still go on. */
    public Part newestFirst(ChannelId channel, Optional<OrderStatus> status, int limit, Optional<Place> after) {
        List<Order> found = new ArrayList<>();
        Optional<Place> from = after;
        for (int looked = 0; looked < LOOKED_AT_MAX; ) {
            List<Place> places = places(channel, limit + 1, from);
            List<Place> page = places.subList(0, Math.min(limit, places.size()));
            Map<OrderId, Order> loaded = load(page.stream().map(Place::order).toList());
            for (Place place : page) {
                Order order = loaded.get(place.order());
                if (order != null && status.map(order.state().status()::equals).orElse(true)) {
                    found.add(order);
                }
                from = Optional.of(place);
                if (found.size() == limit) {
                    boolean more = !place.equals(places.getLast());
                    return new Part(found, more ? from : Optional.empty());
                }
            }
            looked += page.size();
            if (places.size() <= limit) {
                return new Part(found, Optional.empty());
            }
        }
        return new Part(found, from);
    }

    private List<Place> places(ChannelId channel, int most, Optional<Place> after) {
        return OrderKeys.channelShards(channel).stream()
                .flatMap(shard -> inShard(shard, after)
                        .filter(place -> after.isEmpty() || Place.NEWEST_FIRST.compare(place, after.get()) > 0)
                        .limit(most))
                .sorted(Place.NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    private Stream<Place> inShard(String shard, Optional<Place> after) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":shard", AttributeValue.fromS(shard)));
        after.ifPresent(place -> values.put(":from", AttributeValue.fromN(Long.toString(place.placedAtEpochMillis()))));
        String condition = OrderKeys.CHANNEL_SHARD + " = :shard"
                + (after.isPresent() ? " AND " + OrderKeys.PLACED_AT + " <= :from" : "");
        return dynamoDb
                .queryPaginator(request -> request.tableName(table)
                        .indexName(OrderKeys.BY_CHANNEL)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(Item::new)
                .map(item -> new Place(item.number(OrderKeys.PLACED_AT), new OrderId(item.string(OrderKeys.ORDER))));
    }

    /** A shipment, with the order that it is of. */
    public record One(Order order, LocationId location) {}

    /** Part of a list of shipments, and after which it goes on. */
    public record Shipments(List<One> shipments, Optional<ShipmentId> next) {}

    private static final Comparator<ShipmentId> BY_ID =
            Comparator.comparing(ShipmentId::order).thenComparing(ShipmentId::location);

    /** Shipments from these locations in this status, by id. */
    public Shipments shipments(
            List<LocationId> locations, ShipmentStatus status, int limit, Optional<ShipmentId> after) {
        List<ShipmentId> ids = locations.stream()
                .flatMap(location -> OrderKeys.shipmentShards(location, status).stream()
                        .flatMap(shard -> candidates(shard, after)
                                .map(order -> new ShipmentId(order, location))
                                .filter(id -> after.isEmpty() || BY_ID.compare(id, after.get()) > 0)
                                .limit(limit + 1L)))
                .sorted(BY_ID)
                .limit(limit + 1L)
                .toList();
        List<ShipmentId> page = ids.subList(0, Math.min(limit, ids.size()));
        Map<OrderId, Order> loaded =
                load(page.stream().map(ShipmentId::order).distinct().toList());
        List<One> found = new ArrayList<>();
        for (ShipmentId id : page) {
            Order order = loaded.get(id.order());
            Shipment shipment = order == null ? null : order.state().shipments().get(id.location());
            if (order != null && shipment != null && shipment.status() == status) {
                found.add(new One(order, id.location()));
            }
        }
        return new Shipments(found, ids.size() > limit ? Optional.of(page.getLast()) : Optional.empty());
    }

    private Stream<OrderId> candidates(String shard, Optional<ShipmentId> after) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":shard", AttributeValue.fromS(shard)));
        after.ifPresent(
                id -> values.put(":from", AttributeValue.fromS(id.order().value())));
        String condition = OrderKeys.SHIPMENT_SHARD + " = :shard"
                + (after.isPresent() ? " AND " + OrderKeys.ORDER + " >= :from" : "");
        return dynamoDb
                .queryPaginator(request -> request.tableName(table)
                        .indexName(OrderKeys.BY_SHIPMENT)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .map(item -> new OrderId(new Item(item).string(OrderKeys.ORDER)));
    }

    private Map<OrderId, Order> load(List<OrderId> ids) {
        Map<OrderId, Order> loaded = new HashMap<>();
        orders.load(ids).forEach(order -> loaded.put(order.content().id(), order));
        return loaded;
    }
}
