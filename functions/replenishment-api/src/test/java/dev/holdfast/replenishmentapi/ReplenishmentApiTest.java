package dev.holdfast.replenishmentapi;

import static dev.holdfast.aws.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.Requests;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ReplenishmentApiTest {
    private static final String PATH = "/v1/skus/85123A/reorder-policy";
    private static final Path SAMPLES = Path.of("..", "..", "events", "invocations", "replenishment-api");

    private final Tables tables = Tables.of("StockTable", "ReplenishmentTable", "ChannelsTable");
    private final DynamoDbClient client = tables.client();
    private final HttpApi api = Wiring.api(
            client,
            Tokens.none(),
            InstantSource.system(),
            attempt -> {},
            "ReplenishmentTable",
            "StockTable",
            "ChannelsTable");

    @BeforeEach
    void procurement_a_warehouse_and_a_sku() {
        account("hf_local_staff", Role.PROCUREMENT);
        account("hf_warehouse", Role.WAREHOUSE);
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 4, "a#MAIN", 8);
    }

    private void account(String key, Role role) {
        Principal principal = new Principal(new Actor(key), Optional.empty(), Set.of(role));
        client.putItem(
                put -> put.tableName("ChannelsTable").item(DynamoDbCredentials.item(KeyHash.of(key), principal)));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private JsonNode answer(JsonNode event) {
        return api.answer(event, Deadline.inMillis(() -> 20_000));
    }

    private JsonNode sample(String name) {
        try {
            return answer(new ObjectMapper().readTree(Files.readString(SAMPLES.resolve(name + ".json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode put(String body) {
        return answer(request("PUT", PATH).key("hf_local_staff").json(body).event());
    }

    private static int status(JsonNode answer) {
        return answer.path("statusCode").asInt();
    }

    private static JsonNode body(JsonNode answer) {
        try {
            return new ObjectMapper().readTree(answer.path("body").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_samples_are_answered_as_their_names_say() {
        JsonNode created = sample("accepted");
        assertThat(status(created)).isEqualTo(201);
        assertThat(created.path("headers").path("Location").asText()).isEqualTo(PATH);
        assertThat(created.path("headers").path("ETag").asText()).isEqualTo("\"1\"");
        assertThat(body(created).toString())
                .isEqualTo("{\"sku\":\"85123A\",\"version\":1,\"reorderPoint\":20,\"orderUpTo\":100,\"hysteresis\":5,"
                        + "\"supplier\":\"Acme Candles\"}");
        assertThat(status(sample("repeated"))).isEqualTo(200);
        assertThat(body(sample("read"))).isEqualTo(body(created));
        JsonNode malformed = sample("malformed");
        assertThat(status(malformed)).isEqualTo(400);
        assertThat(body(malformed).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/reorderPoint", "/orderUpTo", "/colour", "/supplier");
        JsonNode replaced = sample("replaced");
        assertThat(status(replaced)).isEqualTo(200);
        assertThat(replaced.path("headers").path("ETag").asText()).isEqualTo("\"2\"");
    }

    @Test
    void replacing_needs_the_current_entity_tag() {
        assertThat(status(put("{\"reorderPoint\": 10, \"orderUpTo\": 50}"))).isEqualTo(201);
        String other = "{\"reorderPoint\": 11, \"orderUpTo\": 50}";
        assertThat(status(put(other))).isEqualTo(428);
        Requests stale = request("PUT", PATH)
                .key("hf_local_staff")
                .header("If-Match", "\"7\"")
                .json(other);
        assertThat(status(answer(stale.event()))).isEqualTo(412);
        Requests any = request("PUT", PATH)
                .key("hf_local_staff")
                .header("If-Match", "*")
                .json(other);
        assertThat(status(answer(any.event()))).isEqualTo(200);
    }

    @Test
    void an_unknown_sku_and_a_sku_without_a_policy_are_not_found() {
        Requests unknown = request("PUT", "/v1/skus/NOBODY/reorder-policy").key("hf_local_staff");
        assertThat(status(answer(
                        unknown.json("{\"reorderPoint\": 1, \"orderUpTo\": 1}").event())))
                .isEqualTo(404);
        assertThat(status(answer(request("GET", PATH).key("hf_local_staff").event())))
                .isEqualTo(404);
    }

    @Test
    void a_target_below_the_reorder_point_is_refused_with_its_pointer() {
        JsonNode refused = put("{\"reorderPoint\": 10, \"orderUpTo\": 9}");
        assertThat(status(refused)).isEqualTo(400);
        assertThat(body(refused).path("errors").findValuesAsText("pointer")).containsExactly("/orderUpTo");
    }

    @Test
    void only_procurement_sets_policies() {
        Requests warehouse = request("GET", PATH).key("hf_warehouse");
        assertThat(status(answer(warehouse.event()))).isEqualTo(403);
        assertThat(status(answer(request("GET", PATH).event()))).isEqualTo(401);
        assertThat(status(answer(request("DELETE", PATH).key("hf_local_staff").event())))
                .isEqualTo(405);
    }
}
