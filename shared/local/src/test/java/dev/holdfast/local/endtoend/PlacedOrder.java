package dev.holdfast.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An order that was placed, as its shop sees it. */
record PlacedOrder(Shop shop, String id, String number) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode now() {
        return shop.caller().get("/v1/orders/" + id).mustBe(200).body();
    }

    String status() {
        return now().path("status").asText();
    }

    JsonNode until(String what, Predicate<JsonNode> isSo) {
        return Patience.until(what, this::now, isSo);
    }

    PlacedOrder becomes(String status) {
        until("the order is " + status, now -> now.path("status").asText().equals(status));
        return this;
    }

    PlacedOrder paymentBecomes(String status) {
        until(
                "the payment is " + status,
                now -> now.path("paymentStatus").asText().equals(status));
        return this;
    }

    /** Units of all lines: {@code allocated}, {@code backordered}, {@code shipped} or {@code cancelled}. */
    int units(String what) {
        int units = 0;
        for (JsonNode line : now().path("lines")) {
            units += line.path(what).asInt();
        }
        return units;
    }

    /** The statuses that it went through, in order. */
    List<String> history() {
        List<String> statuses = new ArrayList<>();
        now().path("history").forEach(step -> statuses.add(step.path("status").asText()));
        return statuses;
    }

    List<String> shipmentIds() {
        List<String> ids = new ArrayList<>();
        now().path("shipments").forEach(one -> ids.add(one.path("shipmentId").asText()));
        return ids;
    }

    Reply cancel(String reference, String reason) {
        return shop.caller()
                .post(
                        "/v1/orders/" + id + "/cancellations",
                        JSON.createObjectNode().put("reference", reference).put("reason", reason));
    }
}
