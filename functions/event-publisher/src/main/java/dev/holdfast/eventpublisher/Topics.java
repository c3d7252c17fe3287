package dev.holdfast.eventpublisher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.lambda.Delivery;
import dev.holdfast.aws.messaging.TopicMessage;
import dev.holdfast.aws.messaging.TopicPublisher;
import dev.holdfast.aws.ordering.ShipmentJson;
import dev.holdfast.aws.replenishment.AlertRecord;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.ordering.port.Orders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Set<Integer> failed = new HashSet<>();
        publish(orderEvents, moved, events, failed);
        publish(shippingNotifications, shipped, events, failed);
        publish(reorderAlerts, due, events, failed);
        return failed;
    }

    private void publish(TopicPublisher topic, List<Integer> positions, List<Event> events, Set<Integer> failed) {
        List<TopicMessage> messages =
                positions.stream().map(events::get).map(this::message).toList();
        topic.publish(messages).forEach(index -> failed.add(positions.get(index)));
    }

    private TopicMessage message(Event event) {
        return switch (event) {
            case Event.OrderMoved moved -> CloudEvent.of(moved, moved.data(), Optional.empty());
            case Event.ShipmentMoved moved -> CloudEvent.of(moved, shipment(moved), Optional.empty());
            case Event.ReorderDue due ->
                CloudEvent.of(
                        due,
                        AlertRecord.data(due.alert()),
                        Optional.of(due.alert().subject()));
        };
    }

    /** The lines of a shipment never change; its status is that of the event, whatever came after. */
    private ObjectNode shipment(Event.ShipmentMoved moved) {
        ObjectNode shipment = orders.load(moved.order())
                .map(order -> ShipmentJson.of(order, moved.location()))
                .orElseThrow(() -> new Invariant.Broken("an order is never removed"));
        shipment.remove(List.of("status", "dispatchedAt", "deliveredAt"));
        return shipment;
    }
}
