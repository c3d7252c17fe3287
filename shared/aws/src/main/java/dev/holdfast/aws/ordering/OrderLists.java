package dev.holdfast.aws.ordering;

import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.BatchReads;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Invariant;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    /** Orders that a page with a status looks at in one go. */
    private static final int LOOKED_AT_ONCE = 100;

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
        if (status.isEmpty()) {
            List<Place> places = places(channel, limit + 1, after);
            List<Place> page = places.subList(0, Math.min(limit, places.size()));
            return new Part(load(page), places.size() > limit ? Optional.of(page.getLast()) : Optional.empty());
        }
        List<Place> matching = new ArrayList<>();
        Optional<Place> from = after;
        for (int looked = 0; looked < LOOKED_AT_MAX; looked += LOOKED_AT_ONCE) {
            List<Place> places = places(channel, LOOKED_AT_ONCE + 1, from);
            List<Place> page = places.subList(0, Math.min(LOOKED_AT_ONCE, places.size()));
            Map<OrderId, OrderStatus> statuses = statuses(page);
            for (Place place : page) {
                if (status.get() == statuses.get(place.order())) {
                    matching.add(place);
                }
                from = Optional.of(place);
                if (matching.size() == limit) {
                    return new Part(
                            inStatus(matching, status.get()), place.equals(places.getLast()) ? Optional.empty() : from);
                }
            }
            if (places.size() <= LOOKED_AT_ONCE) {
                return new Part(inStatus(matching, status.get()), Optional.empty());
            }
        }
        return new Part(inStatus(matching, status.get()), from);
    }

    private List<Order> inStatus(List<Place> places, OrderStatus status) {
        return load(places).stream()
                .filter(order -> order.state().status() == status)
                .toList();
    }

    /** The header alone tells the status: a read unit per order looked at, however wide it is. */
    private Map<OrderId, OrderStatus> statuses(List<Place> places) {
        Map<OrderId, OrderStatus> statuses = new HashMap<>();
        List<Map<String, AttributeValue>> keys = places.stream()
                .map(place -> OrderKeys.key(place.order(), OrderKeys.HEADER))
                .toList();
        for (Map<String, AttributeValue> header : BatchReads.read(dynamoDb, table, keys)) {
            statuses.put(
                    new OrderId(new Item(header).string(OrderKeys.ORDER)),
                    OrderItems.state(header).status());
        }
        return statuses;
    }

    /** In the order of their places. */
    private List<Order> load(List<Place> places) {
        Map<OrderId, Order> loaded = byId(places.stream().map(Place::order).toList());
        return places.stream()
                .map(Place::order)
                .filter(loaded::containsKey)
                .map(loaded::get)
                .toList();
    }

    private List<Place> places(ChannelId channel, int most, Optional<Place> after) {
        return OrderKeys.channelShards(channel).stream()
                .flatMap(shard -> inShard(shard, most, after)
                        .filter(place -> after.isEmpty() || Place.NEWEST_FIRST.compare(place, after.get()) > 0)
                        .limit(most))
                .sorted(Place.NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    private Stream<Place> inShard(String shard, int most, Optional<Place> after) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":shard", AttributeValue.fromS(shard)));
        after.ifPresent(place -> values.put(":from", AttributeValue.fromN(Long.toString(place.placedAtEpochMillis()))));
        String condition = OrderKeys.CHANNEL_SHARD + " = :shard"
                + (after.isPresent() ? " AND " + OrderKeys.PLACED_AT + " <= :from" : "");
        return dynamoDb
                .queryPaginator(request -> request.tableName(table)
                        .indexName(OrderKeys.BY_CHANNEL)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .limit(most)
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
                        .flatMap(shard -> candidates(shard, limit + 1, after)
                                .map(order -> new ShipmentId(order, location))
                                .filter(id -> after.isEmpty() || BY_ID.compare(id, after.get()) > 0)
                                .limit(limit + 1L)))
                .sorted(BY_ID)
                .limit(limit + 1L)
                .toList();
        List<ShipmentId> page = ids.subList(0, Math.min(limit, ids.size()));
        Map<OrderId, Order> loaded =
                byId(page.stream().map(ShipmentId::order).distinct().toList());
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

    private Stream<OrderId> candidates(String shard, int most, Optional<ShipmentId> after) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":shard", AttributeValue.fromS(shard)));
        after.ifPresent(
                id -> values.put(":from", AttributeValue.fromS(id.order().value())));
        String condition = OrderKeys.SHIPMENT_SHARD + " = :shard"
                + (after.isPresent() ? " AND " + OrderKeys.ORDER + " >= :from" : "");
        return dynamoDb
                .queryPaginator(request -> request.tableName(table)
                        .indexName(OrderKeys.BY_SHIPMENT)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .limit(most))
                .items()
                .stream()
                .map(item -> new OrderId(new Item(item).string(OrderKeys.ORDER)));
    }

    /**
     * One that moved between the two reads that make it is whole the next time.
     *
     * @throws Invariant.Broken when one stays damaged: a fault is never shown as absence
     */
    private Map<OrderId, Order> byId(List<OrderId> ids) {
        Orders.Loaded first = orders.load(ids);
        Orders.Loaded second =
                first.damaged().isEmpty() ? new Orders.Loaded(List.of(), Set.of()) : orders.load(first.damaged());
        if (!second.damaged().isEmpty()) {
            throw new Invariant.Broken("orders cannot be put together: " + second.damaged());
        }
        return Stream.of(first, second)
                .flatMap(loaded -> loaded.orders().stream())
                .collect(Collectors.toMap(order -> order.content().id(), Function.identity()));
    }
}
