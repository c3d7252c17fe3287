package dev.holdfast.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The warehouse's people, with their key, at two locations. */
final class Warehouse {
    static final String LONDON = "LONDON";
    static final String BERLIN = "BERLIN";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECEIPT_LINES = 90;

    private final Caller staff;

    Warehouse(Caller staff) {
        this.staff = staff;
        location(LONDON, "GB", 1);
        location(BERLIN, "DE", 2);
    }

    private void location(String name, String country, int priority) {
        ObjectNode location = JSON.createObjectNode().put("name", name).put("country", country);
        staff.put("/v1/locations/" + name, location.put("priority", priority));
    }

    /** What there is of an article, over all locations. */
    record Counters(int available, int reserved, int onHand) {}

    /** A new article, with so many in London. */
    String article(int quantity) {
        String sku = Names.next("ART");
        register(sku);
        if (quantity > 0) {
            receives(quantity, sku, LONDON);
        }
        return sku;
    }

    void register(String sku) {
        staff.put("/v1/skus/" + sku, JSON.createObjectNode().put("description", "An article"));
    }

    void receives(int quantity, String sku, String location) {
        receives(quantity, List.of(sku), location);
    }

    /** So many of each, in as few receipts as it takes. */
    void receives(int quantity, List<String> skus, String location) {
        for (int from = 0; from < skus.size(); from += RECEIPT_LINES) {
            ObjectNode receipt =
                    JSON.createObjectNode().put("reference", Names.next("R")).put("location", location);
            skus.subList(from, Math.min(skus.size(), from + RECEIPT_LINES))
                    .forEach(sku -> receipt.withArray("lines")
                            .addObject()
                            .put("sku", sku)
                            .put("quantity", quantity));
            staff.post("/v1/stock/receipts", receipt).mustBe(201);
        }
    }

    Counters stock(String sku) {
        JsonNode totals = staff.get("/v1/stock/" + sku).mustBe(200).body().path("totals");
        return new Counters(
                totals.path("available").asInt(),
                totals.path("reserved").asInt(),
                totals.path("onHand").asInt());
    }

    /** Hands over every parcel of an order. */
    void dispatches(PlacedOrder order) {
        order.shipmentIds().forEach(id -> dispatch(id, "TRACK-" + id));
    }

    Reply dispatch(String shipmentId, String trackingNumber) {
        return staff.post(
                "/v1/shipments/" + shipmentId + "/dispatch",
                JSON.createObjectNode().put("carrier", "Parcel Force").put("trackingNumber", trackingNumber));
    }

    Reply deliver(String shipmentId, String at) {
        return staff.post(
                "/v1/shipments/" + shipmentId + "/delivery",
                JSON.createObjectNode().put("deliveredAt", at));
    }

    Reply review(PlacedOrder order, String decision, String reason) {
        return staff.post(
                "/v1/orders/" + order.id() + "/review",
                JSON.createObjectNode().put("decision", decision).put("reason", reason));
    }

    void alertsAt(int reorderPoint, int orderUpTo, int hysteresis, String sku) {
        staff.put(
                        "/v1/skus/" + sku + "/reorder-policy",
                        JSON.createObjectNode()
                                .put("reorderPoint", reorderPoint)
                                .put("orderUpTo", orderUpTo)
                                .put("hysteresis", hysteresis))
                .mustBe(201);
    }
}
