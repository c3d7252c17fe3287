package dev.holdfast.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.kernel.DerivedId;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.shop.StockPlan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The people of one location: they book what arrives and hand over what is ready. */
final class Warehouse {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;
    private static final int TRACKING_DIGITS = 12;

    private final Api api;
    private final String location;
    private final Tally tally;
    private final Set<String> handled = new HashSet<>();

    Warehouse(Api api, String location, Tally tally) {
        this.api = api;
        this.location = location;
        this.tally = tally;
    }

    /**
     * Books goods. The reference follows from the content, so that the same booking again is a replay.
     *
     * @param path of receipts or adjustments
     * @param reason of an adjustment; empty for a receipt
     */
    static void book(Api api, String path, StockPlan.Booking booking, String reason, Tally tally)
            throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("location", booking.location());
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        ArrayNode lines = body.putArray("lines");
        booking.units()
                .forEach((sku, units) ->
                        lines.addObject().put("sku", sku.value()).put(reason.isEmpty() ? "quantity" : "delta", units));
        body.put("reference", "replay-" + DerivedId.of(path, body.toString()));
        ApiAnswer answer = api.post(Key.STAFF, path, body);
        if (!answer.isSuccess()) {
            tally.failed("POST " + path + " was answered " + answer.problem());
        }
    }

    /** Hands over all that is ready now; answers how many shipments that were not seen before. */
    int dispatchReady() throws InterruptedException {
        int dispatched = 0;
        String page = "/v1/shipments?status=READY&limit=" + PAGE + "&location=" + location;
        String next = page;
        while (!next.isEmpty()) {
            ApiAnswer answer = api.get(Key.STAFF, next);
            if (!answer.isSuccess()) {
                tally.failed("GET " + next + " was answered " + answer.problem());
                return dispatched;
            }
            for (JsonNode shipment : answer.body().path("items")) {
                String id = shipment.path("shipmentId").asText();
                if (handled.add(id)) {
                    dispatch(id);
                    dispatched++;
                }
            }
            String cursor = answer.body().path("next").asText("");
            next = cursor.isEmpty() ? "" : page + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return dispatched;
    }

    private void dispatch(String shipment) throws InterruptedException {
        ApiAnswer answer = api.post(
                Key.STAFF,
                "/v1/shipments/" + shipment + "/dispatch",
                JSON.valueToTree(Map.of("carrier", "Royal Mail", "trackingNumber", tracking(shipment))));
        // A customer who thinks better of it may be faster.
        if (answer.isSuccess()) {
            tally.dispatched.increment();
        } else if (answer.status() != 409) {
            tally.failed("dispatch of " + shipment + " was answered " + answer.problem());
        }
    }

    private static String tracking(String shipment) {
        return DerivedId.of("tracking", shipment).substring(0, TRACKING_DIGITS).toUpperCase(Locale.ROOT);
    }
}
