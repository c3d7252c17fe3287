package dev.holdfast.aws.ordering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.ordering.LineShare;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shipment as the API and the published events show it. */
public final class ShipmentJson {
    private ShipmentJson() {}

    /** The shipment of this order that leaves from this location; it must have one. */
    public static ObjectNode of(Order order, LocationId location) {
        return of(order, location, LineShare.of(order));
    }

    static ObjectNode of(Order order, LocationId location, List<LineShare> shares) {
        Shipment shipment = Optional.ofNullable(order.state().shipments().get(location))
                .orElseThrow(() -> new Invariant.Broken("a shipment that is shown exists"));
        ObjectNode json = JsonText.object()
                .put("shipmentId", new ShipmentId(order.content().id(), location).toString())
                .put("orderId", order.content().id().value())
                .put("orderNumber", order.content().number().value())
                .put("channel", order.content().channel().value())
                .put("location", location.value())
                .put("status", shipment.status().name());
        ArrayNode lines = json.putArray("lines");
        boolean wholeOrder = isWholeOrderOf(order, shipment);
        for (LineShare share : shares) {
            long units =
                    wholeOrder ? share.line().quantity().units() : share.from().getOrDefault(location, 0L);
            if (units > 0) {
                lines.addObject()
                        .put("lineNumber", share.line().number())
                        .put("sku", share.line().sku().value())
                        .put("quantity", units);
            }
        }
        dispatch(shipment)
                .ifPresentOrElse(
                        dispatch -> json.put("carrier", dispatch.carrier())
                                .put("trackingNumber", dispatch.trackingNumber()),
                        () -> json.putNull("carrier").putNull("trackingNumber"));
        dispatchedAt(shipment).ifPresent(at -> json.put("dispatchedAt", at.toString()));
        if (shipment instanceof Shipment.Delivered delivered) {
            json.put("deliveredAt", delivered.deliveredAt().toString());
        }
        return json;
    }

    /**
     * What a cancelled shipment was for is given back and no longer told by location; but there are shipments only of an
     * order that is wholly held, and a single one of them was for all of it.
     */
    private static boolean isWholeOrderOf(Order order, Shipment shipment) {
        return shipment instanceof Shipment.Cancelled
                && order.state().shipments().size() == 1;
    }

    private static Optional<Shipment.Dispatch> dispatch(Shipment shipment) {
        return switch (shipment) {
            case Shipment.Ready _, Shipment.Cancelled _ -> Optional.empty();
            case Shipment.Dispatching at -> Optional.of(at.dispatch());
            case Shipment.Dispatched at -> Optional.of(at.dispatch());
            case Shipment.Delivered at -> Optional.of(at.dispatch());
        };
    }

    private static Optional<Instant> dispatchedAt(Shipment shipment) {
        return switch (shipment) {
            case Shipment.Ready _, Shipment.Cancelled _, Shipment.Dispatching _ -> Optional.empty();
            case Shipment.Dispatched at -> Optional.of(at.at());
            case Shipment.Delivered at -> Optional.of(at.at());
        };
    }
}
