package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every event that is published has a schema and a sample, and both are what the running system publishes. */
abstract class EventPromises {
    private static final EventSchemas SCHEMAS = new EventSchemas();

    private final List<JsonNode> published;

    EventPromises(List<JsonNode> published) {
        this.published = published;
    }

    private static JsonNode event(JsonNode message) {
        return EventSchemas.parse(message.path("message").asText());
    }

    @Test
    void every_type_has_a_schema_and_a_sample_that_keeps_it() {
        for (String type : TravelledOrders.TYPES) {
            JsonNode sample = SCHEMAS.sample(type);
            assertThat(sample.path("type").asText()).isEqualTo(type);
            assertThat(SCHEMAS.faults(type, sample)).as(type).isEmpty();
        }
        assertThat(SCHEMAS.sampledTypes()).isEqualTo(TravelledOrders.TYPES);
    }

    @Test
    void everything_published_keeps_the_schema_that_it_names() {
        assertThat(published).allSatisfy(message -> {
            JsonNode event = event(message);
            String type = event.path("type").asText();
            assertThat(event.path("dataschema").asText()).isEqualTo("/schemas/" + type + ".schema.json");
            assertThat(SCHEMAS.faults(type, event)).as("%s", event).isEmpty();
        });
    }

    @Test
    void a_sample_shows_the_fields_that_are_published() {
        assertThat(published).allSatisfy(message -> {
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
    void no_two_events_of_an_order_share_their_sequence() {
        Map<String, String> places = new TreeMap<>();
        published.stream()
                .map(EventPromises::event)
                .filter(event -> event.path("type").asText().startsWith("holdfast.order."))
                .forEach(event -> places.put(
                        event.path("id").asText(),
                        event.path("subject").asText() + "/"
                                + event.at("/data/sequence").asText()));
        assertThat(places.values()).isNotEmpty().doesNotHaveDuplicates();
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
        assertThat(published)
                .allSatisfy(message -> assertThat(
                                message.at("/messageAttributes/type/Value").asText())
                        .isEqualTo(event(message).path("type").asText()));
        assertThat(published)
                .filteredOn(message -> event(message).path("type").asText().startsWith("holdfast.reorder."))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.path("subject").asText())
                        .matches("[ -~]{1,100}")
                        .contains("85123A"));
    }

    @Test
    void nothing_personal_is_published() {
        assertThat(published)
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
