package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order before it is placed. */
final class Basket {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNIT_PRICE = 250;

    private final Shop shop;
    private final ObjectNode order = JSON.createObjectNode();

    Basket(Shop shop) {
        this.shop = shop;
        order.put("orderNumber", Names.next("N"));
        order.putObject("customer").put("reference", "C-1");
        ObjectNode address = order.putObject("shippingAddress");
        address.putArray("lines").add("1 High Street");
        address.put("city", "London").put("postalCode", "N1 9GU").put("country", "GB");
        order.putArray("lines");
        order.putObject("payment").put("method", "INVOICE");
    }

    Basket and(int quantity, String sku) {
        ObjectNode line = order.withArray("lines").addObject();
        line.put("sku", sku).put("quantity", quantity);
        line.putObject("unitPrice").put("amount", UNIT_PRICE).put("currency", "GBP");
        return this;
    }

    Basket numbered(String number) {
        order.put("orderNumber", number);
        return this;
    }

    Basket paidWith(String token) {
        order.putObject("payment").put("method", "SANDBOX").put("token", token);
        return this;
    }

    /** Whoever orders may wait for what is missing. */
    Basket backorder() {
        order.put("allocation", "BACKORDER");
        return this;
    }

    Basket by(String email) {
        order.withObject("/customer").put("name", "A. Buyer").put("email", email);
        return this;
    }

    ObjectNode json() {
        return order;
    }

    Reply reply(String... headers) {
        return shop.caller().post("/v1/orders", order, headers);
    }

    /** Accepted, and not more than that. */
    PlacedOrder placed() {
        Reply reply = reply().mustBe(202);
        assertThat(reply.header("Location")).isEqualTo("/v1/orders/" + reply.text("/orderId"));
        assertThat(reply.text("/status")).isEqualTo("PLACED");
        return order(reply);
    }

    /** Accepted, and the stock decision is known. */
    PlacedOrder decided() {
        PlacedOrder placed = order(reply("Prefer", "wait=10"));
        placed.until("it is decided", now -> !now.path("status").asText().equals("PLACED"));
        return placed;
    }

    private PlacedOrder order(Reply reply) {
        return new PlacedOrder(shop, reply.text("/orderId"), reply.text("/orderNumber"));
    }
}
