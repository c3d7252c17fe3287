package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.cloud.AccessKeys;
import dev.holdfast.local.cloud.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The running system after its orders went every way that there is; the samples are about these orders. */
final class TravelledOrders implements AutoCloseable {
    /** Every type of event that is published. */
    static final Set<String> TYPES = Stream.of(
                    Stream.of("placed", "reserved", "backordered", "confirmed", "shipped", "delivered")
                            .map("order."::concat),
                    Stream.of("cancelled", "rejected", "review").map("order."::concat),
                    Stream.of("ready", "dispatched", "delivered").map("shipment."::concat),
                    Stream.of("reorder.alert"))
            .flatMap(names -> names)
            .map(name -> "holdfast." + name + ".v1")
            .collect(Collectors.toCollection(TreeSet::new));

    private static final String ALL = "ALL_OR_NOTHING";
    private static final String INVOICE = "{\"method\": \"INVOICE\"}";
    private static final String CARD = "{\"method\": \"SANDBOX\", \"token\": \"%s\"}";

    private final RunningSystem system;
    private final List<JsonNode> published;

    TravelledOrders(RunningSystem system) {
        this.system = system;
        SampleShop shop = new SampleShop(system);
        shop.open();
        String whole = shop.order("1", SampleShop.CANDLE, 85, ALL, CARD.formatted("tok_approved"));
        String refused = shop.order("2", SampleShop.LAMP, 3, ALL, INVOICE);
        shop.await(refused, "REJECTED");
        String waiting = shop.order("3", SampleShop.LAMP, 5, "BACKORDER", INVOICE);
        shop.await(waiting, "BACKORDERED");
        shop.cancel(waiting, "GRACE_HOPPER");
        shop.await(waiting, "CANCELLED");
        String wrong = shop.order("4", SampleShop.CANDLE, 1, ALL, CARD.formatted("tok_wrong_amount"));
        String declined = shop.order("5", SampleShop.CANDLE, 1, ALL, CARD.formatted("tok_declined"));
        String open = shop.order("6", SampleShop.CANDLE, 1, ALL, INVOICE);
        shop.await(wrong, "REVIEW");
        shop.await(declined, "CANCELLED");
        shop.await(open, "CONFIRMED");
        JsonNode confirmed = shop.await(whole, "CONFIRMED");
        shop.dispatch(whole);
        shop.await(whole, "SHIPPED");
        shop.deliver(whole, confirmed.at("/history/0/at").asText());
        shop.await(whole, "DELIVERED");
        Eventually.until("every type is published", () -> types(messages()).equals(TYPES));
        published = messages();
        damage(shop.idOf("damaged"));
    }

    RunningSystem system() {
        return system;
    }

    /** The messages to all topics. */
    List<JsonNode> published() {
        return published;
    }

    private List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        system.readBack(AccessKeys.STAFF, "/_aws/sns").path("messages").forEach(messages::add);
        return messages;
    }

    private static Set<String> types(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> EventSchemas.parse(message.path("message").asText())
                        .path("type")
                        .asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An order that nobody can read. */
    private void damage(String orderId) {
        system.tables()
                .putItem(put -> put.tableName("OrdersTable")
                        .item(Map.of("orderId", AttributeValue.fromS(orderId), "item", AttributeValue.fromS("H"))));
    }

    @Override
    public void close() {
        system.close();
    }
}
