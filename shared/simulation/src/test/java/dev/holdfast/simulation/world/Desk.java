package dev.holdfast.simulation.world;

import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.simulation.check.Raw;
import dev.holdfast.simulation.engine.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * From where people ask, and where they note what they were told: the trace that exactly-once is checked against. Asking
 * is always the same: again and again, in the same words, until there is an answer.
 */
public final class Desk {
    private static final ChannelId CHANNEL = new ChannelId("web-shop");
    private static final int MALFORMED = 400;
    private static final long[] PAUSES = {300, 1_000, 5_000, 20_000};

    private final World world;
    /** What was acknowledged, by order number. */
    private final Map<String, Basket> acknowledged = new TreeMap<>();
    /** Receipts and adjustments that were acknowledged, by reference. */
    private final Map<String, String> booked = new HashMap<>();

    private int strands;

    public Desk(World world) {
        this.world = world;
    }

    /** One line of a basket. */
    public record Line(String sku, int quantity) {}

    /** What an order asks for. */
    public record Basket(List<Line> lines, boolean backorder, boolean sandbox) {
        public String body(String number) {
            StringBuilder all = new StringBuilder();
            for (Line line : lines) {
                all.append(all.isEmpty() ? "" : ",")
                        .append("{\"sku\":\"")
                        .append(line.sku)
                        .append("\",\"quantity\":")
                        .append(line.quantity)
                        .append(",\"unitPrice\":{\"amount\":250,\"currency\":\"GBP\"}}");
            }
            return "{\"orderNumber\":\"" + number
                    + "\",\"customer\":{\"reference\":\"c1\",\"name\":\"Ada\",\"email\":\"ada@example.com\"},"
                    + "\"shippingAddress\":{\"lines\":[\"1 High Street\"],\"city\":\"York\",\"postalCode\":\"YO1\","
                    + "\"country\":\"GB\"},\"lines\":[" + all + "],\"allocation\":\""
                    + (backorder ? "BACKORDER" : "ALL_OR_NOTHING") + "\",\"payment\":"
                    + (sandbox ? "{\"method\":\"SANDBOX\",\"token\":\"tok_approved\"}" : "{\"method\":\"INVOICE\"}")
                    + "}";
        }

        /** As the header keeps the lines. */
        String stored() {
            StringBuilder all = new StringBuilder();
            for (Line line : lines) {
                all.append(all.isEmpty() ? "" : ";")
                        .append(line.sku)
                        .append(',')
                        .append(line.quantity)
                        .append(",250");
            }
            return all.toString();
        }
    }

    /** Does this on its own, beginning after so long. */
    public void start(long afterMillis, Runnable what) {
        strands++;
        world.scheduler().start("people", () -> {
            world.scheduler().sleep(afterMillis);
            what.run();
            strands--;
        });
    }

    public void pause(long millis) {
        world.scheduler().sleep(millis);
    }

    /** Every message that was ever sent comes once more. */
    public void deliverEverythingAgain() {
        world.sendEverythingAgain();
    }

    /** Whether somebody still does something on his own. */
    public boolean isBusy() {
        return strands > 0;
    }

    /** Asks until there is an answer that is not for now; empty when nobody would wait longer. */
    public Optional<Reply> ask(FunctionName function, String method, String path, String account, String body) {
        for (int attempt = 0; attempt < 12; attempt++) {
            Optional<Reply> reply = world.http(function, method, path, account, body);
            if (reply.isPresent() && !reply.get().isBusy()) {
                if (reply.get().status() == MALFORMED) {
                    throw new IllegalStateException("nobody here asks " + method + " " + path + " " + body);
                }
                return reply;
            }
            world.scheduler().sleep(PAUSES[Math.min(attempt, PAUSES.length - 1)]);
        }
        return Optional.empty();
    }

    /** The order of this number. */
    public static OrderId order(String number) {
        return OrderId.of(CHANNEL, new OrderNumber(number));
    }

    /** Places an order; a good answer is a promise. */
    public Optional<Reply> place(String number, Basket basket) {
        Optional<Reply> reply = ask(FunctionName.ORDER_INTAKE, "POST", "/v1/orders", House.SHOP, basket.body(number));
        reply.filter(Reply::isGood).ifPresent(good -> {
            Violation.unless(
                    good.body().contains(order(number).value()),
                    "I5",
                    () -> "number " + number + " leads to another order");
            Basket before = acknowledged.putIfAbsent(number, basket);
            Violation.unless(
                    before == null || before.equals(basket),
                    "I5",
                    () -> "number " + number + " is accepted for two baskets");
            kept(number, basket);
        });
        return reply;
    }

    private void kept(String number, Basket basket) {
        Map<String, AttributeValue> header =
                world.store().peek(Names.ORDERS, order(number).value(), "H");
        Violation.unless(!header.isEmpty(), "I13", () -> "order " + number + " was acknowledged and is not there");
        Violation.unless(
                basket.lines().size() > 20 || Raw.text(header, "lines").equals(basket.stored()),
                "I13",
                () -> "order " + number + " was acknowledged with other content than is kept");
    }

    public Optional<Reply> cancel(String number, String reference) {
        return ask(
                FunctionName.ORDER_API,
                "POST",
                "/v1/orders/" + order(number) + "/cancellations",
                House.SHOP,
                "{\"reference\":\"" + reference + "\",\"reason\":\"changed my mind\"}");
    }

    /** Dispatches a shipment under a tracking number of its own. */
    public Optional<Reply> dispatch(String shipment) {
        return ask(
                FunctionName.ORDER_API,
                "POST",
                "/v1/shipments/" + shipment + "/dispatch",
                House.WAREHOUSE,
                "{\"carrier\":\"Post\",\"trackingNumber\":\"T-" + shipment + "\"}");
    }

    public Optional<Reply> deliver(String shipment) {
        return ask(
                FunctionName.ORDER_API,
                "POST",
                "/v1/shipments/" + shipment + "/delivery",
                House.WAREHOUSE,
                "{\"deliveredAt\":\"2026-11-24T08:00:00Z\"}");
    }

    public Optional<Reply> review(String order, boolean approve) {
        return ask(
                FunctionName.ORDER_API,
                "POST",
                "/v1/orders/" + order + "/review",
                House.SUPPORT,
                "{\"decision\":\"" + (approve ? "APPROVE" : "CANCEL") + "\",\"reason\":\"looked at it\"}");
    }

    public Optional<Reply> receive(String reference, String location, List<Line> lines) {
        return book("/v1/stock/receipts", reference, location, lines, "quantity", "");
    }

    public Optional<Reply> adjust(String reference, String location, List<Line> lines) {
        return book("/v1/stock/adjustments", reference, location, lines, "delta", "\"reason\":\"LOST\",");
    }

    private Optional<Reply> book(
            String path, String reference, String location, List<Line> lines, String units, String more) {
        StringBuilder all = new StringBuilder();
        for (Line line : lines) {
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"sku\":\"")
                    .append(line.sku)
                    .append("\",\"")
                    .append(units)
                    .append("\":")
                    .append(line.quantity)
                    .append('}');
        }
        Optional<Reply> reply = ask(
                FunctionName.STOCK_API,
                "POST",
                path,
                House.WAREHOUSE,
                "{\"reference\":\"" + reference + "\",\"location\":\"" + location + "\"," + more + "\"lines\":[" + all
                        + "]}");
        reply.filter(Reply::isGood).ifPresent(good -> {
            int from = good.body().indexOf("\"entryId\":\"") + 11;
            String entry = good.body().substring(from, good.body().indexOf('"', from));
            String before = booked.putIfAbsent(path + reference, entry);
            Violation.unless(
                    before == null || before.equals(entry), "I5", () -> "reference " + reference + " is booked twice");
            Violation.unless(
                    !world.store().peek(Names.JOURNAL, entry, "").isEmpty(),
                    "I13",
                    () -> "booking " + reference + " was acknowledged and is not in the journal");
        });
        return reply;
    }

    public Optional<Reply> policy(String sku, int reorderPoint, int hysteresis) {
        String path = "/v1/skus/" + sku + "/reorder-policy";
        return ask(
                FunctionName.REPLENISHMENT_API,
                "PUT",
                path,
                House.PROCUREMENT,
                "{\"reorderPoint\":" + reorderPoint + ",\"orderUpTo\":" + (reorderPoint + 20) + ",\"hysteresis\":"
                        + hysteresis + "}");
    }

    /** Shipments in this status, by id. */
    public List<String> shipments(String status) {
        List<String> found = new ArrayList<>();
        for (Map<String, AttributeValue> header : orders()) {
            Raw.shipments(header).forEach((location, now) -> {
                if (now.equals(status)) {
                    found.add(Raw.text(header, "orderId") + "-" + location);
                }
            });
        }
        return found;
    }

    /** Orders in this stage, by id. */
    public List<String> orders(String stage) {
        return orders().stream()
                .filter(header -> Raw.text(header, "stage").equals(stage))
                .map(header -> Raw.text(header, "orderId"))
                .toList();
    }

    private List<Map<String, AttributeValue>> orders() {
        return world.store().all(Names.ORDERS).stream()
                .filter(item -> Raw.text(item, "item").equals("H"))
                .toList();
    }

    /** The stage of the order of this number; empty where there is none. */
    public String stage(String number) {
        return Raw.text(world.store().peek(Names.ORDERS, order(number).value(), "H"), "stage");
    }

    /** The payment of the order of this number; empty where there is none. */
    public String payment(String number) {
        return Raw.text(world.store().peek(Names.ORDERS, order(number).value(), "H"), "payment");
    }

    /** Every promise is kept. */
    public void check() {
        acknowledged.forEach(this::kept);
    }
}
