package dev.holdfast.simulation.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.simulation.aws.MemoryDynamoDb;
import dev.holdfast.simulation.aws.MemorySqs;
import dev.holdfast.simulation.world.Names;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked of the API, and however it is spoilt: no answer is a fault of ours, every answer is one that is told
 * of, and what is not acknowledged changes nothing: {@code -Drequests=} how many.
 */
class GeneratedRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENOUGH = 100_000;
    private static final int DECIDED_TOGETHER = 10;
    private static final List<String> SKUS = List.of("TEA", "CUP", "MUG");
    private static final List<String> LOCATIONS = List.of("MAIN", "NORTH");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Deadline DEADLINE = Deadline.inMillis(() -> 20_000);

    private final Random random = new Random(20_261_124);
    private final MemoryDynamoDb store = new MemoryDynamoDb(NOW::toEpochMilli);
    private final List<String> orders = new ArrayList<>(List.of("ord_00000000000000000000000000"));
    private final List<String> shipments = new ArrayList<>(List.of("ord_00000000000000000000000000-MAIN"));
    private final List<String> undecided = new ArrayList<>();
    private final List<HttpApi> functions = functions();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> served = new TreeSet<>();
    private int commits;

    private List<HttpApi> functions() {
        return List.of(
                dev.holdfast.orderintake.Wiring.api(
                        store, CLOCK, time -> {}, Names.ORDERS, Names.STOCK, Names.CHANNELS),
                dev.holdfast.orderapi.Wiring.api(
                        store,
                        Tokens.none(),
                        CLOCK,
                        attempt -> {},
                        Names.ORDERS,
                        Names.STOCK,
                        Names.JOURNAL,
                        Names.CHANNELS),
                dev.holdfast.stockapi.Wiring.api(
                        store,
                        Tokens.none(),
                        CLOCK,
                        attempt -> {},
                        Names.STOCK,
                        Names.JOURNAL,
                        Names.HISTORY,
                        Names.CHANNELS),
                dev.holdfast.replenishmentapi.Wiring.api(
                        store, Tokens.none(), CLOCK, attempt -> {}, Names.REPLENISHMENT, Names.STOCK, Names.CHANNELS));
    }

    @Test
    void no_request_breaks_anything_and_none_that_is_refused_changes_anything() {
        furnish();
        List<Requests.Operation> operations = operations();
        Requests requests = new Requests(
                random,
                new Values(
                        random,
                        NOW,
                        Map.of(
                                "sku", SKUS,
                                "location", LOCATIONS,
                                "orderId", orders,
                                "shipmentId", shipments,
                                "currency", List.of("GBP"),
                                "channel", List.of("web-shop"),
                                "token", List.of("tok_approved"))),
                List.of("hf_channel", "hf_warehouse", "hf_procurement", "hf_support", "hf_nobody", "", "a.b.c"));
        int count = Integer.getInteger("requests", ENOUGH);
        for (int i = 0; i < count; i++) {
            Requests.Operation operation = operations.get(random.nextInt(operations.size()));
            ask(operation, requests.of(operation));
            if (undecided.size() >= DECIDED_TOGETHER) {
                decide();
            }
        }
        System.out.printf("%,d requests, by status: %s%n", count, statuses);
        assertThat(operations.stream().map(Requests.Operation::name).filter(name -> !served.contains(name)))
                .as("what is only ever refused shows little; an order comes to its review by payment-processing")
                .containsExactly("POST /v1/orders/{orderId}/review");
    }

    private void ask(Requests.Operation operation, ObjectNode request) {
        int before = commits;
        JsonNode answer = operation.function().answer(request, DEADLINE);
        int status = answer.path("statusCode").asInt();
        boolean asTold = request.path("httpMethod").asText().equals(operation.method());
        assertThat(status).as("%s%n%s", request, answer).isBetween(200, 499);
        if (asTold) {
            assertThat(told(operation)).as("%s%n%s", request, answer).contains(status);
        }
        if (status >= 300
                || !Set.of("POST", "PUT").contains(request.path("httpMethod").asText())) {
            assertThat(commits).as("%s%n%s", request, answer).isEqualTo(before);
        }
        JsonNode body = read(answer.path("body").asText());
        if (status >= 400 && !request.path("httpMethod").asText().equals("HEAD")) {
            assertThat(body.path("type").asText()).startsWith("/problems/");
            assertThat(body.path("detail").asText()).doesNotContain("Exception", "java.", "software.amazon");
        }
        if (status < 300 && asTold) {
            learn(operation, body);
        }
        statuses.merge(status, 1, Integer::sum);
        if (asTold && status < 300) {
            served.add(operation.name());
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private void learn(Requests.Operation operation, JsonNode body) {
        if (operation.method().equals("POST") && operation.path().equals("/v1/orders")) {
            orders.add(body.path("orderId").asText());
            undecided.add(body.path("orderId").asText());
        }
    }

    /** The stock decision, so that there is something to ship and to cancel. */
    private void decide() {
        ObjectNode event = JsonText.object();
        ArrayNode records = event.putArray("Records");
        undecided.forEach(order -> records.addObject()
                .put("messageId", order)
                .put("receiptHandle", order)
                .put("body", JsonText.object().put("orderId", order).toString())
                .put("eventSource", "aws:sqs")
                .putObject("attributes")
                .put("ApproximateReceiveCount", "1"));
        dev.holdfast.stockreservation.Wiring.handler(
                        store,
                        new MemorySqs(NOW::toEpochMilli),
                        CLOCK,
                        attempt -> {},
                        random,
                        Names.ORDERS,
                        Names.STOCK,
                        Names.JOURNAL,
                        Names.STOCK_RESERVATION,
                        Names.DEAD_LETTERS)
                .answer(event, DEADLINE);
        undecided.forEach(order -> LOCATIONS.forEach(at -> shipments.add(order + "-" + at)));
        undecided.clear();
    }

    private static Set<Integer> told(Requests.Operation operation) {
        Set<Integer> statuses = new TreeSet<>();
        operation
                .told()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    private List<Requests.Operation> operations() {
        List<Requests.Operation> operations = new ArrayList<>();
        functions.forEach(function -> function.openApiPaths()
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(told -> operations.add(new Requests.Operation(
                                function, told.getKey().toUpperCase(Locale.ROOT), path.getKey(), told.getValue())))));
        return operations;
    }

    private void put(String path, String body) {
        request("PUT", path, body);
    }

    private void request(String method, String path, String body) {
        ObjectNode event =
                JsonText.object().put("httpMethod", method).put("path", path).put("body", body);
        event.putObject("headers").put("Authorization", "Bearer hf_warehouse").put("Content-Type", "application/json");
        assertThat(functions.get(2).answer(event, DEADLINE).path("statusCode").asInt())
                .isEqualTo(201);
    }

    private void furnish() {
        Tables.declared().forEach(store::createTable);
        for (Role role : Set.of(Role.CHANNEL, Role.WAREHOUSE, Role.PROCUREMENT, Role.SUPPORT)) {
            String name = role.name().toLowerCase(Locale.ROOT);
            Principal principal = new Principal(
                    new Actor(name),
                    role == Role.CHANNEL ? Optional.of(new ChannelId("web-shop")) : Optional.empty(),
                    Set.of(role));
            store.putItem(put ->
                    put.tableName(Names.CHANNELS).item(DynamoDbCredentials.item(KeyHash.of("hf_" + name), principal)));
        }
        LOCATIONS.forEach(at -> put("/v1/locations/" + at, "{\"name\":\"Here\",\"country\":\"GB\",\"priority\":1}"));
        SKUS.forEach(sku -> {
            put("/v1/skus/" + sku, "{\"description\":\"Goods\"}");
            request(
                    "POST",
                    "/v1/stock/receipts",
                    "{\"reference\":\"%s\",\"location\":\"MAIN\",\"lines\":[{\"sku\":\"%s\",\"quantity\":900000}]}"
                            .formatted(sku, sku));
        });
        store.onCommit(_ -> commits++);
    }
}
