package dev.holdfast.aws.ordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.Decoded;
import dev.holdfast.aws.json.Decoders;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.json.StrictJson;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import java.util.Optional;

/**
 * What change-relay and due-work put on the queues: who should look at what. It carries no decision, so a message that
 * is late, twice or out of order finds the state moved on. Unknown fields are ignored, for messages of the next version.
 */
public sealed interface OrderCommand {
    /** Look at this order. */
    record Order(OrderId id) implements OrderCommand {}

    /** Look at the line of waiting demand for this SKU. */
    record Line(Sku sku) implements OrderCommand {}

    /** Tell the customer about this shipment. */
    record Shipment(OrderId id, LocationId location) implements OrderCommand {}

    /** What it is about, for the log: the order's id or the SKU. */
    default String correlationId() {
        return switch (this) {
            case Order order -> order.id().value();
            case Shipment shipment -> shipment.id().value();
            case Line line -> line.sku().value();
        };
    }

    /** As the body of a message. */
    default String body() {
        ObjectNode json = JsonText.object();
        switch (this) {
            case Order order -> json.put("orderId", order.id().value());
            case Line line -> json.put("sku", line.sku().value());
            case Shipment shipment ->
                json.put("orderId", shipment.id().value())
                        .put("location", shipment.location().value());
        }
        return JsonText.write(json);
    }

    /**
     * Reads a message's body.
     *
     * @throws InvalidValue when it is none of these
     */
    static OrderCommand read(String body) {
        Decoded<OrderCommand> read = StrictJson.read(body, Decoders.asOpenObject(fields -> {
            Optional<OrderId> order =
                    fields.optional("orderId", Decoders.asString(OrderId::new)).get();
            Optional<Sku> sku =
                    fields.optional("sku", Decoders.asString(Sku::new)).get();
            Optional<LocationId> location = fields.optional("location", Decoders.asString(LocationId::new))
                    .get();
            if (sku.isPresent()) {
                return new Line(sku.get());
            }
            OrderId id = order.orElseThrow(() -> new InvalidValue("must name an order or a SKU"));
            return location.<OrderCommand>map(at -> new Shipment(id, at)).orElseGet(() -> new Order(id));
        }));
        return switch (read) {
            case Decoded.Valid<OrderCommand>(OrderCommand command) -> command;
            case Decoded.Invalid<OrderCommand>(var faults) -> throw new InvalidValue(faults.toString());
        };
    }
}
