package dev.holdfast.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.AccessKeys;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Follows an order before the reader's eyes, a line per step. */
final class Journey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final ShopApi api;
    private final ShopApi readBack;
    private final Screen screen;
    private final Map<String, Integer> stepsShown = new HashMap<>();

    Journey(ShopApi api, URI awsUrl, Screen screen) {
        this.api = api;
        this.readBack = new ShopApi(awsUrl);
        this.screen = screen;
    }

    /** Places the order and follows it to one of the statuses. */
    JsonNode place(DemoOrder order, String what, Set<String> ends) throws IOException, InterruptedException {
        screen.line(String.format(Locale.ROOT, "  @|bold %-11s|@ %s", order.orderNumber(), what));
        return follow(order, api.post(order.channel(), "/v1/orders", order.json()), ends);
    }

    /** Shows the order's steps until it has one of the statuses. */
    JsonNode follow(DemoOrder order, JsonNode known, Set<String> ends) throws IOException, InterruptedException {
        String path = "/v1/orders/" + known.path("orderId").asText();
        return await("is not yet " + String.join(" or ", ends), () -> {
            JsonNode now = api.get(order.channel(), path);
            showNewSteps(order, now);
            return ends.contains(now.path("status").asText()) ? now : null;
        });
    }

    void dispatch(JsonNode order, String carrier, String trackingNumber) throws IOException, InterruptedException {
        for (JsonNode shipment : order.path("shipments")) {
            api.post(
                    AccessKeys.STAFF,
                    "/v1/shipments/" + shipment.path("shipmentId").asText() + "/dispatch",
                    JSON.createObjectNode().put("carrier", carrier).put("trackingNumber", trackingNumber));
        }
    }

    void awaitEmail(DemoOrder order) throws IOException, InterruptedException {
        JsonNode email = await("no e-mail yet", () -> {
            JsonNode found = readBack.get(order.channel(), "/_aws/ses?to=" + order.email())
                    .path("messages");
            return found.isEmpty() ? null : found.get(0);
        });
        step("e-mail", "to " + order.email() + ": " + email.path("Subject").asText());
    }

    void awaitAlert(String sku) throws IOException, InterruptedException {
        JsonNode alert = await("no low-stock alert yet", () -> {
            for (JsonNode message : readBack.get(AccessKeys.STAFF, "/_aws/sns?topic=ReorderAlertsTopic")
                    .path("messages")) {
                if (message.path("message").asText().contains(sku)) {
                    return message;
                }
            }
            return null;
        });
        step("alert", alert.path("subject").asText());
    }

    private void showNewSteps(DemoOrder order, JsonNode now) {
        JsonNode history = now.path("history");
        for (int i = stepsShown.getOrDefault(order.orderNumber(), 0); i < history.size(); i++) {
            JsonNode entry = history.get(i);
            String status = entry.path("status").asText();
            step(status.toLowerCase(Locale.ROOT), explanation(status, entry, now));
        }
        stepsShown.put(order.orderNumber(), history.size());
    }

    private static String explanation(String status, JsonNode entry, JsonNode order) {
        if (status.equals("REJECTED") && !order.path("shortfalls").isEmpty()) {
            JsonNode shortfall = order.path("shortfalls").get(0);
            return shortfall.path("requested").asText() + " "
                    + shortfall.path("sku").asText() + " asked for, "
                    + shortfall.path("available").asText() + " available";
        }
        return entry.path("reason").asText("").replace("null", "");
    }

    private void step(String name, String text) {
        screen.line(
                String.format(Locale.ROOT, "              %-12s %s", name, text).stripTrailing());
    }

    private static JsonNode await(String complaint, Look look) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode found = look.look();
            if (found != null) {
                return found;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new IOException("after " + PATIENCE.toSeconds() + " s, " + complaint);
    }

    private interface Look {
        @org.jspecify.annotations.Nullable
        JsonNode look() throws IOException, InterruptedException;
    }
}
