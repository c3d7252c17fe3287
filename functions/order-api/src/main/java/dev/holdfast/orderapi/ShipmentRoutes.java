package dev.holdfast.orderapi;

import static dev.holdfast.aws.json.Decoders.asInstant;
import static dev.holdfast.aws.json.Decoders.asLocation;
import static dev.holdfast.aws.json.Decoders.asOneOf;
import static dev.holdfast.aws.json.Decoders.asText;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Page;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.aws.inventory.DynamoDbLocations;
import dev.holdfast.aws.json.Fault;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.ordering.OrderLists;
import dev.holdfast.aws.ordering.ShipmentJson;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.ShipmentStatus;
import dev.holdfast.ordering.application.AskOrder;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Shipments over HTTP: list, read, dispatch, deliver. */
final class ShipmentRoutes {
    static final Operation LIST = Operation.of("Lists shipments, those to be picked where nothing else is asked for.")
            .query("status", asOneOf(ShipmentStatus.class), "Those of this status; READY where it is left out.")
            .query("location", asLocation(), "Those that leave from here.")
            .paged()
            .answers("ShipmentList", 200);
    static final Operation GET = Operation.of("Shows a shipment.").answers("Shipment", 200);
    static final Operation DISPATCH = Operation.of("Says that a shipment was handed to its carrier.")
            .reads(ShipmentRoutes::dispatch)
            .answers("Shipment", 200, 202)
            .refuses(409, "order-state", "key-reused");
    static final Operation DELIVER = Operation.of("Says that a shipment has arrived.")
            .reads(ShipmentRoutes::deliveredAt)
            .answers("Shipment", 200)
            .refuses(409, "order-state", "key-reused")
            .refuses(422, "invalid-delivery");

    private static final String SHIPMENT = "shipment";
    private static final int CARRIER_CHARACTERS_MAX = 40;
    private static final int TRACKING_CHARACTERS_MAX = 64;

    private final Orders orders;
    private final OrderLists lists;
    private final DynamoDbLocations locations;
    private final AskOrder ask;

    ShipmentRoutes(Orders orders, OrderLists lists, DynamoDbLocations locations, AskOrder ask) {
        this.orders = orders;
        this.lists = lists;
        this.locations = locations;
        this.ask = ask;
    }

    Reply list(Request request) {
        ShipmentStatus status =
                request.queryOneOf("status", ShipmentStatus.class).orElse(ShipmentStatus.READY);
        List<LocationId> from =
                request.query("location", LocationId::new).map(List::of).orElseGet(() -> List.copyOf(locations.ids()));
        Page page = request.page();
        Optional<ShipmentId> after = page.cursor().map(ShipmentRoutes::place);
        ObjectNode json = JsonText.object();
        ArrayNode items = json.putArray("items");
        OrderLists.Shipments found = lists.shipments(from, status, page.limit(), after);
        found.shipments().forEach(one -> items.add(ShipmentJson.of(one.order(), one.location())));
        Page.next(json, found.next().map(ShipmentId::toString));
        return Answer.ok(json);
    }

    private static ShipmentId place(String text) {
        try {
            return ShipmentId.parse(text);
        } catch (InvalidValue e) {
            throw Page.badCursor();
        }
    }

    Reply get(Request request) {
        ShipmentId id = request.path("shipmentId", ShipmentId::parse);
        return orders.load(id.order())
                .filter(order -> order.state().shipments().containsKey(id.location()))
                .<Reply>map(order -> Answer.ok(ShipmentJson.of(order, id.location())))
                .orElseGet(() -> Asked.notFound(SHIPMENT));
    }

    Reply dispatch(Request request) {
        ShipmentId id = request.path("shipmentId", ShipmentId::parse);
        Shipment.Dispatch wish = request.body(ShipmentRoutes::dispatch);
        return exists(id)
                ? Asked.reply(
                        ask.dispatch(
                                id.order(),
                                id.location(),
                                wish,
                                request.now(),
                                request.principal().name()),
                        SHIPMENT,
                        order -> show(order, id.location()))
                : Asked.notFound(SHIPMENT);
    }

    Reply deliver(Request request) {
        ShipmentId id = request.path("shipmentId", ShipmentId::parse);
        Instant deliveredAt = request.body(ShipmentRoutes::deliveredAt);
        if (deliveredAt.isAfter(request.now().plus(Limits.CLOCK_AHEAD_MAX))) {
            return stillToCome();
        }
        return exists(id)
                ? Asked.reply(
                        ask.deliver(
                                id.order(),
                                id.location(),
                                deliveredAt,
                                request.now(),
                                request.principal().name()),
                        SHIPMENT,
                        order -> show(order, id.location()))
                : Asked.notFound(SHIPMENT);
    }

    private static Shipment.Dispatch dispatch(Fields fields) {
        Field<String> carrier = fields.required("carrier", asText(CARRIER_CHARACTERS_MAX));
        Field<String> number = fields.required("trackingNumber", asText(TRACKING_CHARACTERS_MAX));
        return new Shipment.Dispatch(carrier.get(), number.get());
    }

    private static Instant deliveredAt(Fields fields) {
        return fields.required("deliveredAt", asInstant()).get().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem stillToCome() {
        return Problem.refused("invalid-delivery", "The delivery is still to come", "See the errors.")
                .with(List.of(new Fault("/deliveredAt", "must not be in the future")));
    }

    private boolean exists(ShipmentId id) {
        return orders.load(id.order())
                .filter(order -> order.state().shipments().containsKey(id.location()))
                .isPresent();
    }

    /** 202 while the goods of a wide order are still being booked out. */
    private static Answer show(Order order, LocationId location) {
        boolean underWay = order.state().shipments().get(location) instanceof Shipment.Dispatching;
        ObjectNode json = ShipmentJson.of(order, location);
        String path = "/v1/shipments/" + new ShipmentId(order.content().id(), location);
        return underWay ? Answer.accepted(path, json) : Answer.ok(json);
    }
}
