package dev.holdfast.stockapi;

import static dev.holdfast.aws.http.Requests.request;

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
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The function as it is wired, over the template's tables; with a warehouse, a shop and procurement who may call. */
final class Shop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T09:30:00.123Z");

    private static final Path SAMPLES = Path.of("..", "..", "events", "invocations", "stock-api");

    final Tables tables = Tables.of("StockTable", "JournalTable", "StockHistoryTable", "ChannelsTable");
    private final HttpApi api;

    Shop() {
        api = Wiring.api(
                tables.client(),
                Tokens.none(),
                InstantSource.fixed(NOW),
                attempt -> {},
                "StockTable",
                "JournalTable",
                "StockHistoryTable",
                "ChannelsTable");
        account("hf_local_staff", Role.WAREHOUSE, Optional.empty());
        account("hf_buyer", Role.PROCUREMENT, Optional.empty());
        account("hf_local_shop", Role.CHANNEL, Optional.of(new ChannelId("demo-shop")));
    }

    private void account(String key, Role role, Optional<ChannelId> channel) {
        Principal principal = new Principal(new Actor(key), channel, Set.of(role));
        tables.client()
                .putItem(put ->
                        put.tableName("ChannelsTable").item(DynamoDbCredentials.item(KeyHash.of(key), principal)));
    }

    @Override
    public void close() {
        tables.close();
    }

    /** What a caller gets. */
    record Answer(int status, JsonNode headers, JsonNode body) {
        String header(String name) {
            return headers.path(name).asText();
        }

        String type() {
            return body.path("type").asText();
        }

        List<String> pointers() {
            return body.path("errors").findValuesAsText("pointer");
        }
    }

    private Answer answer(JsonNode event) {
        try {
            JsonNode answer = api.answer(event, Deadline.inMillis(() -> 20_000));
            return new Answer(
                    answer.path("statusCode").asInt(),
                    answer.path("headers"),
                    new ObjectMapper().readTree(answer.path("body").asText()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer sample(String name) {
        try {
            return answer(new ObjectMapper().readTree(Files.readString(SAMPLES.resolve(name + ".json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer call(Requests request) {
        return answer(request.event());
    }

    Answer get(String path) {
        return call(request("GET", path).key("hf_local_staff"));
    }

    Answer put(String path, String body) {
        return call(request("PUT", path).key("hf_local_staff").json(body));
    }

    Answer replace(String path, String ifMatch, String body) {
        return call(request("PUT", path)
                .key("hf_local_staff")
                .header("If-Match", ifMatch)
                .json(body));
    }

    Answer post(String path, String body) {
        return call(request("POST", path).key("hf_local_staff").json(body));
    }

    /** Registers a location and these SKUs. */
    void opens(String location, String... skus) {
        put("/v1/locations/" + location, "{\"name\": \"House\", \"country\": \"GB\", \"priority\": 1}");
        for (String sku : skus) {
            put("/v1/skus/" + sku, "{\"description\": \"Goods\"}");
        }
    }
}
