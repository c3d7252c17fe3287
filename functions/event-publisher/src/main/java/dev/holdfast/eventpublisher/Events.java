package dev.holdfast.eventpublisher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.lambda.StreamRecord;
import dev.holdfast.aws.ordering.OrderItems;
import dev.holdfast.aws.ordering.OrderKeys;
import dev.holdfast.aws.replenishment.AlertRecord;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.ShipmentStatus;
import dev.holdfast.ordering.Transition;
import dev.holdfast.replenishment.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which events follow from a committed change. Pure. */
final class Events {
    /** CANCELLING is a way station of ours; the end of it is told. */
    private static final Set<OrderStatus> UNTOLD = EnumSet.of(OrderStatus.CANCELLING);

    private static final Set<ShipmentStatus> TOLD_SHIPMENTS =
            EnumSet.of(ShipmentStatus.READY, ShipmentStatus.DISPATCHED, ShipmentStatus.DELIVERED);

    /** Reasons in our own codes. The words of a caller or of staff may name a person and are not published. */
    private static final Set<String> OWN_REASONS = Set.of(
            Cancellation.PAYMENT_DECLINED,
            Cancellation.PAYMENT_UNAVAILABLE,
            Cancellation.REVIEW_EXPIRED,
            Cancellation.BACKORDER_EXPIRED,
            Payment.WrongAmount.REASON);

    private Events() {}

    static List<Event> of(StreamRecord record) {
        if (record.newImage().isEmpty()) {
            return List.of();
        }
        Item keys = new Item(record.keys());
        if (keys.find(OrderKeys.ORDER).isEmpty()) {
            return record.kind() == StreamRecord.Kind.INSERT
                    ? AlertRecord.decode(record.newImage().get()).map(Events::ofAlert).stream()
                            .toList()
                    : List.of();
        }
        return keys.string(OrderKeys.ITEM).equals(OrderKeys.HEADER)
                ? ofOrder(
                        new OrderId(keys.string(OrderKeys.ORDER)),
                        record.oldImage(),
                        record.newImage().get())
                : List.of();
    }

    private static Event ofAlert(Alert alert) {
        return new Event.ReorderDue(alert.eventId(), AlertRecord.TYPE, alert);
    }

    private static List<Event> ofOrder(
            OrderId id, Optional<Map<String, AttributeValue>> oldImage, Map<String, AttributeValue> newImage) {
        OrderState after = OrderItems.state(newImage);
        Optional<OrderState> before = oldImage.map(OrderItems::state);
        List<Event> events = new ArrayList<>();
        int told = before.map(state -> state.history().size()).orElse(0);
        for (int i = told; i < after.history().size(); i++) {
            Transition step = after.history().get(i);
            if (!UNTOLD.contains(step.status())) {
                events.add(new Event.OrderMoved(
                        id + "/" + i,
                        type("order", step.status().name()),
                        step.at(),
                        id,
                        data(id, newImage, after, i)));
            }
        }
        Instant at = after.history().getLast().at();
        after.shipments().forEach((location, shipment) -> {
            boolean moved = before.map(state -> state.shipments().get(location))
                    .filter(old -> old.status() == shipment.status())
                    .isEmpty();
            if (moved && TOLD_SHIPMENTS.contains(shipment.status())) {
                events.add(shipment(id, location, shipment, at));
            }
        });
        return events;
    }

    private static Event shipment(OrderId id, LocationId location, Shipment shipment, Instant lastStep) {
        Instant at = switch (shipment) {
            case Shipment.Dispatched left -> left.at();
            case Shipment.Delivered arrived -> arrived.deliveredAt();
            case Shipment.Ready _, Shipment.Dispatching _, Shipment.Cancelled _ -> lastStep;
        };
        String status = shipment.status().name();
        return new Event.ShipmentMoved(
                id + "-" + location + "/" + status.toLowerCase(Locale.ROOT),
                type("shipment", status),
                at,
                id,
                location);
    }

    private static String type(String what, String status) {
        return "holdfast." + what + "." + status.toLowerCase(Locale.ROOT) + ".v1";
    }

    private static ObjectNode data(OrderId id, Map<String, AttributeValue> header, OrderState state, int sequence) {
        Transition step = state.history().get(sequence);
        ObjectNode data = OrderItems.published(header)
                .put("orderId", id.value())
                .put("version", state.version())
                .put("sequence", sequence)
                .put("status", step.status().name())
                .put("paymentStatus", state.payment().status().name())
                .put("fulfilmentStatus", state.fulfilmentStatus().name());
        step.reason().filter(OWN_REASONS::contains).ifPresent(code -> data.put("reason", code));
        return data;
    }
}
