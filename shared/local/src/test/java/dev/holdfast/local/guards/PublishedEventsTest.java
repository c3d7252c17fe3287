package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.AccessKeys;
import dev.holdfast.local.cloud.Eventually;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every event that is published has a schema and a sample, and both are what the running system publishes. */
class PublishedEventsTest {
    private static final Set<String> TYPES = Stream.of(
                    Stream.of("placed", "reserved", "backordered", "confirmed", "shipped", "delivered"),
                    Stream.of("cancelled", "rejected", "review"))
            .flatMap(status -> status)
            .map(status -> "holdfast.order." + status + ".v1")
            .collect(Collectors.toCollection(TreeSet::new));
    private static final String CARD = "{\"method\": \"SANDBOX\", \"token\": \"%s\"}";
    private static final EventSchemas SCHEMAS = new EventSchemas();
    private static final List<JsonNode> PUBLISHED = new ArrayList<>();

    static {
        TYPES.addAll(List.of("holdfast.shipment.ready.v1", "holdfast.shipment.dispatched.v1"));
        TYPES.addAll(List.of("holdfast.shipment.delivered.v1", "holdfast.reorder.alert.v1"));
    }

    @BeforeAll
    static void orders_travel_every_way() {
        try (RunningSystem system = new RunningSystem()) {
            SampleShop shop = new SampleShop(system);
            shop.open();
            String whole = shop.order("1", SampleShop.CANDLE, 85, "ALL_OR_NOTHING", CARD.formatted("tok_approved"));
            String refused = shop.order("2", SampleShop.LAMP, 3, "ALL_OR_NOTHING", "{\"method\": \"INVOICE\"}");
            shop.await(refused, "REJECTED");
            String waiting = shop.order("3", SampleShop.LAMP, 5, "BACKORDER", "{\"method\": \"INVOICE\"}");
            shop.await(waiting, "BACKORDERED");
            shop.cancel(waiting, "GRACE_HOPPER");
            shop.await(waiting, "CANCELLED");
            String wrong = shop.order("4", SampleShop.CANDLE, 1, "ALL_OR_NOTHING", CARD.formatted("tok_wrong_amount"));
            String declined = shop.order("5", SampleShop.CANDLE, 1, "ALL_OR_NOTHING", CARD.formatted("tok_declined"));
            shop.await(wrong, "REVIEW");
            shop.await(declined, "CANCELLED");
            JsonNode confirmed = shop.await(whole, "CONFIRMED");
            shop.dispatch(whole);
            shop.await(whole, "SHIPPED");
            shop.deliver(whole, confirmed.at("/history/0/at").asText());
            shop.await(whole, "DELIVERED");
            Eventually.until(
                    "every type is published", () -> types(messages(system)).equals(TYPES));
            PUBLISHED.addAll(messages(system));
        }
    }

    @AfterAll
    static void forget() {
        PUBLISHED.clear();
    }

    private static List<JsonNode> messages(RunningSystem system) {
        List<JsonNode> messages = new ArrayList<>();
        system.readBack(AccessKeys.STAFF, "/_aws/sns").path("messages").forEach(messages::add);
        return messages;
    }

    private static JsonNode event(JsonNode message) {
        return EventSchemas.parse(message.path("message").asText());
    }

    private static Set<String> types(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> event(message).path("type").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_type_has_a_schema_and_a_sample_that_keeps_it() {
        for (String type : TYPES) {
            JsonNode sample = SCHEMAS.sample(type);
            assertThat(sample.path("type").asText()).isEqualTo(type);
            assertThat(SCHEMAS.faults(type, sample)).as(type).isEmpty();
        }
        assertThat(SCHEMAS.sampledTypes()).isEqualTo(TYPES);
    }

    @Test
    void everything_published_keeps_the_schema_that_it_names() {
        assertThat(PUBLISHED).allSatisfy(message -> {
            JsonNode event = event(message);
            String type = event.path("type").asText();
            assertThat(event.path("dataschema").asText()).isEqualTo("/schemas/" + type + ".schema.json");
            assertThat(SCHEMAS.faults(type, event)).as("%s", event).isEmpty();
        });
    }

    @Test
    void a_sample_shows_the_fields_that_are_published() {
        assertThat(PUBLISHED).allSatisfy(message -> {
            JsonNode event = event(message);
            JsonNode sample = SCHEMAS.sample(event.path("type").asText());
            assertThat(names(sample)).isEqualTo(names(event));
            assertThat(sample.path("source")).isEqualTo(event.path("source"));
            assertThat(sample.path("dataschema")).isEqualTo(event.path("dataschema"));
            Set<String> optional = Set.of("reason");
            assertThat(without(names(sample.path("data")), optional))
                    .isEqualTo(without(names(event.path("data")), optional));
        });
    }

    @Test
    void an_event_that_breaks_its_schema_is_told() throws IOException {
        ObjectNode event = (ObjectNode) new ObjectMapper()
                .readTree(SCHEMAS.sample("holdfast.order.placed.v1").toString());
        event.put("type", "holdfast.order.reserved.v1").put("time", "yesterday");
        ((ObjectNode) event.path("data")).put("version", "1").remove("orderId");
        assertThat(SCHEMAS.faults("holdfast.order.placed.v1", event))
                .anyMatch(fault -> fault.contains("orderId"))
                .anyMatch(fault -> fault.contains("version"))
                .anyMatch(fault -> fault.contains("/type"))
                .anyMatch(fault -> fault.contains("/time"));
    }

    @Test
    void a_subscriber_can_filter_by_type_and_an_e_mail_has_a_subject() {
        assertThat(PUBLISHED)
                .allSatisfy(message -> assertThat(
                                message.at("/messageAttributes/type/Value").asText())
                        .isEqualTo(event(message).path("type").asText()));
        assertThat(PUBLISHED)
                .filteredOn(message -> event(message).path("type").asText().startsWith("holdfast.reorder."))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.path("subject").asText())
                        .matches("[ -~]{1,100}")
                        .contains("85123A"));
    }

    @Test
    void nothing_personal_is_published() {
        assertThat(PUBLISHED)
                .allSatisfy(message -> assertThat(message.toString())
                        .doesNotContainIgnoringCase("grace")
                        .doesNotContainIgnoringCase("hopper")
                        .doesNotContain("Privet", "Cambridge", "CB2", "C-4711"));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> without(Set<String> names, Set<String> some) {
        names.removeAll(some);
        return names;
    }
}
