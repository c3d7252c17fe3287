package dev.holdfast.local.guards;

import static dev.holdfast.local.cloud.AccessKeys.SHOP;
import static dev.holdfast.local.cloud.AccessKeys.STAFF;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.local.cloud.Eventually;

/** The shop whose orders the samples of events are about. Its customer can be recognised wherever she turns up. */
final class SampleShop {
    static final String CANDLE = "85123A";
    static final String LAMP = "LAMP";

    private final RunningSystem system;

    SampleShop(RunningSystem system) {
        this.system = system;
    }

    /** 100 candles, to be ordered again at 20, and 2 lamps. */
    void open() {
        system.put(STAFF, "/v1/locations/MAIN", """
                {"name": "Main warehouse", "country": "GB", "priority": 1}""");
        for (String sku : new String[] {CANDLE, LAMP}) {
            system.put(STAFF, "/v1/skus/" + sku, "{\"description\": \"" + sku + "\"}");
        }
        receive("OPENING", CANDLE, 100);
        receive("OPENING-LAMPS", LAMP, 2);
        system.put(STAFF, "/v1/skus/" + CANDLE + "/reorder-policy", """
                {"reorderPoint": 20, "orderUpTo": 100, "supplier": "Müller & Söhne"}""");
    }

    void receive(String reference, String sku, int quantity) {
        system.post(STAFF, "/v1/stock/receipts", """
                {"reference": "%s", "location": "MAIN", "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(reference, sku, quantity));
    }

    /** Places an order and returns its id. */
    String order(String number, String sku, int quantity, String allocation, String payment) {
        return system.post(SHOP, "/v1/orders", """
                {"orderNumber": "%s",
                 "customer": {"reference": "C-4711", "name": "Grace Hopper", "email": "grace@example.com"},
                 "shippingAddress": {"lines": ["1 Privet Street"], "city": "Cambridge", "postalCode": "CB2 1TN",
                                     "country": "GB"},
                 "lines": [{"sku": "%s", "quantity": %d, "unitPrice": {"amount": 255, "currency": "GBP"}}],
                 "allocation": "%s", "payment": %s}""".formatted(number, sku, quantity, allocation, payment))
                .path("orderId")
                .asText();
    }

    String idOf(String number) {
        return OrderId.of(new ChannelId("demo-shop"), new OrderNumber(number)).value();
    }

    JsonNode await(String orderId, String status) {
        Eventually.until(
                orderId + " is " + status,
                () -> read(orderId).path("status").asText().equals(status));
        return read(orderId);
    }

    private JsonNode read(String orderId) {
        return system.get(SHOP, "/v1/orders/" + orderId);
    }

    void dispatch(String orderId) {
        system.post(STAFF, "/v1/shipments/" + orderId + "-MAIN/dispatch", """
                {"carrier": "Parcel Force", "trackingNumber": "PF-1"}""");
    }

    void deliver(String orderId, String at) {
        system.post(STAFF, "/v1/shipments/" + orderId + "-MAIN/delivery", "{\"deliveredAt\": \"" + at + "\"}");
    }

    void cancel(String orderId, String reason) {
        system.post(
                SHOP,
                "/v1/orders/" + orderId + "/cancellations",
                "{\"reference\": \"cancel\", \"reason\": \"" + reason + "\"}");
    }
}
