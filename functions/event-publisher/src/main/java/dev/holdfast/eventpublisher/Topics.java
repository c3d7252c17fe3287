package dev.holdfast.eventpublisher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.lambda.Delivery;
import dev.holdfast.aws.messaging.TopicMessage;
import dev.holdfast.aws.messaging.TopicPublisher;
import dev.holdfast.aws.ordering.ShipmentJson;
import dev.holdfast.aws.replenishment.AlertRecord;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.port.Orders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publishes each event to its topic, in order per topic. */
final class Topics implements Delivery<Event> {
    private final Orders orders;
    private final TopicPublisher orderEvents;
    private final TopicPublisher shippingNotifications;
    private final TopicPublisher reorderAlerts;

    Topics(
            Orders orders,
            TopicPublisher orderEvents,
            TopicPublisher shippingNotifications,
            TopicPublisher reorderAlerts) {
        this.orders = orders;
        this.orderEvents = orderEvents;
        this.shippingNotifications = shippingNotifications;
        this.reorderAlerts = reorderAlerts;
    }

    @Override
    public Set<Integer> deliver(List<Event> events, Deadline deadline) {
        List<Integer> moved = new ArrayList<>();
        List<Integer> shipped = new ArrayList<>();
        List<Integer> due = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            (switch (events.get(i)) {
                        case Event.OrderMoved _ -> moved;
                        case Event.ShipmentMoved _ -> shipped;
                        case Event.ReorderDue _ -> due;
                    })
                    .add(i);
        }
        Orders.Loaded read = ordersOf(events);
        Set<Integer> failed = new HashSet<>();
        for (Integer position : shipped) {
            if (events.get(position) instanceof Event.ShipmentMoved event
                    && read.damaged().contains(event.order())) {
                failed.add(position);
            }
        }
        shipped.removeAll(failed);
        Map<OrderId, Order> byId = read.orders().stream()
                .collect(Collectors.toMap(order -> order.content().id(), Function.identity()));
        publish(orderEvents, moved, events, byId, failed);
        publish(shippingNotifications, shipped, events, byId, failed);
        publish(reorderAlerts, due, events, byId, failed);
        return failed;
    }

    /** The orders whose shipments are told of, read at once. */
    private Orders.Loaded ordersOf(List<Event> events) {
        Set<OrderId> ids = events.stream()
                .flatMap(event ->
                        event instanceof Event.ShipmentMoved moved ? Stream.of(moved.order()) : Stream.<OrderId>empty())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? new Orders.Loaded(List.of(), Set.of()) : orders.load(ids);
    }

    private static void publish(
            TopicPublisher topic,
            List<Integer> positions,
            List<Event> events,
            Map<OrderId, Order> orders,
            Set<Integer> failed) {
        List<TopicMessage> messages = positions.stream()
                .map(position -> message(events.get(position), orders))
                .toList();
        topic.publish(messages).forEach(index -> failed.add(positions.get(index)));
    }

    private static TopicMessage message(Event event, Map<OrderId, Order> orders) {
        return switch (event) {
            case Event.OrderMoved moved -> CloudEvent.of(moved, moved.data(), Optional.empty());
            case Event.ShipmentMoved moved -> CloudEvent.of(moved, shipment(moved, orders), Optional.empty());
            case Event.ReorderDue due ->
                CloudEvent.of(
                        due,
                        AlertRecord.data(due.alert()),
                        Optional.of(due.alert().subject()));
        };
    }

    /** The lines of a shipment never change; its status is that of the event, whatever came after. */
    private static ObjectNode shipment(Event.ShipmentMoved moved, Map<OrderId, Order> orders) {
        Order order = orders.get(moved.order());
        if (order == null) {
            throw new Invariant.Broken("an order is never removed");
        }
        ObjectNode shipment = ShipmentJson.of(order, moved.location());
        shipment.remove(List.of("status", "dispatchedAt", "deliveredAt"));
        return shipment;
    }
}
