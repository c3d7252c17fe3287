package dev.holdfast.replenishmentalerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.replenishment.AlertRecord;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.replenishment.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplenishmentAlertsTest {
    private static final Path EVENTS = Path.of("..", "..", "events");

    private final Tables tables = Tables.of("ReplenishmentTable");
    private long millisLeft = 20_000;
    private final ReplenishmentAlertsHandler function = Wiring.handler(
            tables.client(), InstantSource.fixed(Instant.parse("2026-11-24T09:30:00Z")), "ReplenishmentTable");

    @BeforeEach
    void three_skus_with_a_policy() {
        for (String sku : List.of("85123A", "71053", "22752")) {
            tables.put(
                    "ReplenishmentTable",
                    "sku",
                    sku,
                    "item",
                    "POLICY",
                    "version",
                    1,
                    "reorderPoint",
                    20,
                    "orderUpTo",
                    100,
                    "hysteresis",
                    5,
                    "supplier",
                    "Acme Candles");
        }
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private static JsonNode json(String... path) {
        try {
            Path file = EVENTS;
            for (String part : path) {
                file = file.resolve(part);
            }
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> failed(String sample) {
        return function
                .answer(json("invocations", "replenishment-alerts", sample), Deadline.inMillis(() -> millisLeft))
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier")
                .stream()
                .map(id -> id.substring(id.length() - 1))
                .toList();
    }

    private List<Alert> raised() {
        return tables.all("ReplenishmentTable").stream()
                .flatMap(item -> AlertRecord.decode(item).stream())
                .toList();
    }

    @Test
    void a_crossing_raises_the_alert_that_is_published_as_the_sample() {
        assertThat(failed("accepted.json")).isEmpty();
        assertThat(failed("repeated.json")).isEmpty();
        assertThat(raised()).hasSize(1);
        JsonNode published = json("published", AlertRecord.TYPE + ".json");
        Alert alert = raised().getFirst();
        assertThat(AlertRecord.data(alert).toString())
                .isEqualTo(published.path("data").toString());
        assertThat(alert.eventId()).isEqualTo(published.path("id").asText());
        assertThat(alert.raisedAt().toString()).isEqualTo(published.path("time").asText());
    }

    @Test
    void the_schema_names_every_field_of_the_sample_and_requires_them() {
        JsonNode schema = json("published", AlertRecord.TYPE + ".schema.json")
                .path("properties")
                .path("data");
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode data = json("published", AlertRecord.TYPE + ".json").path("data");
        assertThat(data.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(required);
        assertThat(schema.path("properties").fieldNames()).toIterable().containsAll(required);
    }

    @Test
    void poison_fails_alone_and_its_neighbours_go_on() {
        assertThat(failed("poison.json")).containsExactly("2");
        assertThat(raised())
                .extracting(alert -> alert.sku().value())
                .containsExactlyInAnyOrder("85123A", "71053", "22752");
    }

    @Test
    void after_a_failure_its_sku_waits_and_the_others_go_on() {
        assertThat(failed("partial-failure.json")).containsExactly("2", "3");
        assertThat(raised()).extracting(alert -> alert.sku().value()).containsExactlyInAnyOrder("85123A", "22752");
    }

    @Test
    void what_there_is_no_time_for_comes_again() {
        millisLeft = 1_000;
        assertThat(failed("accepted.json")).containsExactly("1");
        assertThat(raised()).isEmpty();
    }
}
