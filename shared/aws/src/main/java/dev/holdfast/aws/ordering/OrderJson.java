package dev.holdfast.aws.ordering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.kernel.DerivedId;
import dev.holdfast.ordering.LineShare;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.Stage;
import java.util.List;

/** An order as the API shows it (api.md, "Orders"). No personal data. */
public final class OrderJson {
    private OrderJson() {}

    /** The whole order. */
    public static ObjectNode order(Order order) {
        List<LineShare> shares = LineShare.of(order);
        ObjectNode json = summary(order);
        ArrayNode lines = json.putArray("lines");
        shares.forEach(share -> lines.add(line(share, order.content().currency())));
        ArrayNode shipments = json.putArray("shipments");
        order.state().shipments().keySet().forEach(location -> shipments.add(ShipmentJson.of(order, location, shares)));
        if (order.state().stage() instanceof Stage.Rejected rejected) {
            ArrayNode shortfalls = json.putArray("shortfalls");
            rejected.shortfalls().forEach(shortfall -> shortfalls.add(shortfall(shortfall)));
        }
        return json;
    }

    /** The order as lists show it: without lines, shipments and shortfalls. */
    public static ObjectNode summary(Order order) {
        OrderContent content = order.content();
        OrderState state = order.state();
        ObjectNode json = JsonText.object()
                .put("orderId", content.id().value())
                .put("orderNumber", content.number().value())
                .put("channel", content.channel().value())
                .put("version", state.version())
                .put("status", state.status().name())
                .put("paymentStatus", state.payment().status().name())
                .put("fulfilmentStatus", state.fulfilmentStatus().name())
                .put("allocation", content.policy().name())
                .put("placedAt", content.placedAt().toString());
        ObjectNode totals = json.putObject("totals")
                .put("lines", content.lines().size())
                .put(
                        "units",
                        content.lines().stream()
                                .mapToLong(line -> line.quantity().units())
                                .sum());
        totals.set("price", money(content.totalMinor(), content.currency()));
        payments(order, json.putArray("payments"));
        ArrayNode history = json.putArray("history");
        state.history().forEach(step -> {
            ObjectNode entry = history.addObject()
                    .put("at", step.at().toString())
                    .put("status", step.status().name())
                    .put("by", step.by().value());
            step.reason().ifPresent(reason -> entry.put("reason", reason));
        });
        return json;
    }

    private static ObjectNode line(LineShare share, String currency) {
        ObjectNode json = JsonText.object()
                .put("lineNumber", share.line().number())
                .put("sku", share.line().sku().value())
                .put("quantity", share.line().quantity().units());
        json.set("unitPrice", money(share.line().unitPriceMinor(), currency));
        return json.put("allocated", share.allocated())
                .put("backordered", share.backordered())
                .put("shipped", share.shipped())
                .put("cancelled", share.cancelled());
    }

    private static void payments(Order order, ArrayNode payments) {
        if (order.content().payment().method() == PaymentMethod.INVOICE) {
            return;
        }
        Payment payment = order.state().payment();
        payments.addObject()
                .put(
                        "paymentId",
                        "pay_" + DerivedId.of("payment", order.content().id().value()))
                .put("method", order.content().payment().method().name())
                .put("status", payment.status().name())
                .put("currency", order.content().currency())
                .put("authorised", payment instanceof Payment.Voided gone ? gone.minor() : payment.authorisedMinor())
                .put("captured", payment.capturedMinor())
                .put("voided", payment instanceof Payment.Voided gone ? gone.minor() : 0)
                .put("refunded", 0);
    }

    private static ObjectNode shortfall(Shortfall shortfall) {
        return JsonText.object()
                .put("sku", shortfall.sku().value())
                .put("requested", shortfall.requested())
                .put("available", shortfall.available());
    }

    private static ObjectNode money(long minor, String currency) {
        return JsonText.object().put("amount", minor).put("currency", currency);
    }
}
