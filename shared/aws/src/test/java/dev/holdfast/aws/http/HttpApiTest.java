package dev.holdfast.aws.http;

import static dev.holdfast.aws.http.Requests.request;
import static dev.holdfast.aws.json.Decoders.asQuantity;
import static dev.holdfast.aws.json.Decoders.asString;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class HttpApiTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Principal SHOP =
            new Principal(new Actor("demo-shop"), Optional.of(new ChannelId("demo-shop")), EnumSet.of(Role.CHANNEL));
    private static final Principal WAREHOUSE =
            new Principal(new Actor("staff"), Optional.empty(), EnumSet.of(Role.WAREHOUSE));
    private static final Principal ADMIN = new Principal(new Actor("root"), Optional.empty(), EnumSet.of(Role.ADMIN));
    private static final Map<KeyHash, Principal> ACCOUNTS =
            Map.of(KeyHash.of("hf_shop"), SHOP, KeyHash.of("hf_warehouse"), WAREHOUSE, KeyHash.of("hf_admin"), ADMIN);

    private final AtomicInteger actions = new AtomicInteger();
    private RuntimeException fault = new IllegalStateException("secret detail of StockTable");
    private final HttpApi api = new HttpApi(
            Routes.of(
                    Route.get("/v1/stock/{sku}", Set.of(Role.WAREHOUSE, Role.CHANNEL), this::stock),
                    Route.post("/v1/stock/receipts", Set.of(Role.WAREHOUSE), this::receipt),
                    Route.put("/v1/skus/{sku}", Set.of(Role.WAREHOUSE), this::stock),
                    Route.get("/v1/orders", Set.of(Role.CHANNEL), this::page),
                    Route.elsewhere("POST", "/v1/orders"),
                    Route.get("/v1/broken", Set.of(Role.WAREHOUSE), this::broken)),
            new Access(key -> Optional.ofNullable(ACCOUNTS.get(key)), Tokens.none(), InstantSource.fixed(NOW)),
            InstantSource.fixed(NOW));

    private Reply stock(Request request) {
        Sku sku = request.path("sku", Sku::new);
        actions.incrementAndGet();
        return Answer.ok(JsonText.object()
                        .put("sku", sku.value())
                        .put("now", request.now().toString()))
                .tagged("v1");
    }

    private Reply receipt(Request request) {
        record Receipt(Reference reference, Quantity quantity) {}
        Receipt receipt = request.body(fields -> {
            Field<Reference> reference = request.reference(fields);
            Field<Quantity> quantity = fields.required("quantity", asQuantity());
            fields.optional("sku", asString(Sku::new));
            return new Receipt(reference.get(), quantity.get());
        });
        actions.incrementAndGet();
        return Answer.created(
                "/v1/stock/receipts/1",
                JsonText.object().put("reference", receipt.reference().value()));
    }

    private Reply page(Request request) {
        Page page = request.page();
        return Answer.ok(JsonText.object()
                .put("limit", page.limit())
                .put("cursor", page.cursor().orElse("-")));
    }

    private Reply broken(Request request) {
        throw fault;
    }

    private JsonNode answer(Requests request) {
        return api.answer(request.event(), Deadline.inMillis(() -> 10_000));
    }

    private static JsonNode body(JsonNode answer) {
        try {
            return new ObjectMapper().readTree(answer.path("body").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void assertProblem(Requests request, int status, String type) {
        int before = actions.get();
        JsonNode answer = answer(request);
        assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
        assertThat(answer.path("headers").path("Content-Type").asText()).isEqualTo("application/problem+json");
        JsonNode problem = body(answer);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isEqualTo("req-1");
        assertThat(answer.toString()).doesNotContain("Exception", "dev.holdfast", "StockTable", "secret");
        assertThat(actions.get()).isEqualTo(before);
    }

    @Test
    void a_request_is_served() {
        JsonNode answer = answer(request("GET", "/v1/stock/85123a").key("hf_warehouse"));
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("headers").path("Content-Type").asText()).isEqualTo("application/json");
        assertThat(answer.path("headers").path("ETag").asText()).isEqualTo("\"v1\"");
        assertThat(body(answer).path("sku").asText()).isEqualTo("85123A");
        assertThat(body(answer).path("now").asText()).isEqualTo("2026-11-24T09:30:00Z");
    }

    @Test
    void the_time_of_a_request_has_whole_milliseconds() {
        InstantSource clock = InstantSource.fixed(NOW.plusNanos(123_999_999));
        HttpApi precise = new HttpApi(
                Routes.of(Route.get("/v1/stock/{sku}", Set.of(Role.WAREHOUSE), this::stock)),
                new Access(key -> Optional.ofNullable(ACCOUNTS.get(key)), Tokens.none(), clock),
                clock);

        JsonNode answer = precise.answer(
                request("GET", "/v1/stock/A").key("hf_warehouse").event(), Deadline.inMillis(() -> 10_000));

        assertThat(body(answer).path("now").asText()).isEqualTo("2026-11-24T09:30:00.123Z");
    }

    @Test
    void head_is_get_without_its_body_and_options_names_the_methods() {
        JsonNode head = answer(request("HEAD", "/v1/stock/A").key("hf_warehouse"));
        assertThat(head.path("statusCode").asInt()).isEqualTo(200);
        assertThat(head.path("body").asText()).isEmpty();
        JsonNode options = answer(request("OPTIONS", "/v1/orders").key("hf_shop"));
        assertThat(options.path("statusCode").asInt()).isEqualTo(204);
        assertThat(options.path("headers").path("Allow").asText()).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @CsvSource({"/v1/stock/A", "/v1/nowhere"})
    void a_stranger_learns_nothing(String path) {
        assertProblem(request("GET", path), 401, "unauthenticated");
        assertProblem(request("GET", path).key("hf_wrong"), 401, "unauthenticated");
        assertProblem(request("GET", path).header("Authorization", "Basic hf_shop"), 401, "unauthenticated");
        assertThat(answer(request("GET", path))
                        .path("headers")
                        .path("WWW-Authenticate")
                        .asText())
                .isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/v1",
                "/v1/stock",
                "/v1/stock/A/",
                "/v1/stock/",
                "/v1/stock/A/B",
                "/v2/stock/A",
                "/v1/stock/%zz",
                "//"
            })
    void an_unknown_path_is_not_found(String path) {
        assertProblem(request("GET", path).key("hf_warehouse"), 404, "not-found");
    }

    @Test
    void a_fixed_segment_goes_before_a_named_one() {
        assertProblem(request("GET", "/v1/stock/receipts").key("hf_warehouse"), 405, "method-not-allowed");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        assertProblem(request("DELETE", "/v1/orders").key("hf_shop"), 405, "method-not-allowed");
        assertThat(answer(request("DELETE", "/v1/orders").key("hf_shop"))
                        .path("headers")
                        .path("Allow")
                        .asText())
                .isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void roles_come_from_the_route_and_admin_is_all_staff_but_no_channel() {
        assertProblem(request("POST", "/v1/stock/receipts").key("hf_shop").json("{}"), 403, "forbidden");
        assertProblem(request("GET", "/v1/orders").key("hf_admin"), 403, "forbidden");
        assertThat(answer(request("GET", "/v1/stock/A").key("hf_admin"))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
    void json_in_utf8_is_read(String contentType) {
        JsonNode answer = answer(request("POST", "/v1/stock/receipts")
                .key("hf_warehouse")
                .header("Content-Type", contentType)
                .body("{\"reference\": \"r\", \"quantity\": 1}"));
        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.path("headers").path("Location").asText()).isEqualTo("/v1/stock/receipts/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "application/xml"
            })
    void another_content_type_is_refused(String contentType) {
        assertProblem(
                request("POST", "/v1/stock/receipts")
                        .key("hf_warehouse")
                        .header("Content-Type", contentType)
                        .body("{}"),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_body_without_a_content_type_or_compressed_is_refused() {
        Requests bare =
                request("POST", "/v1/stock/receipts").key("hf_warehouse").body("{}");
        assertProblem(bare, 415, "unsupported-media-type");
        Requests zipped =
                request("POST", "/v1/stock/receipts").key("hf_warehouse").json("{}");
        assertProblem(zipped.header("Content-Encoding", "gzip"), 415, "unsupported-media-type");
    }

    @Test
    void a_missing_body_is_malformed() {
        assertProblem(request("POST", "/v1/stock/receipts").key("hf_warehouse"), 400, "malformed-request");
    }

    @Test
    void a_body_over_one_megabyte_is_too_large_counted_in_bytes_after_base64() {
        String fits = "{\"reference\":\"r\",\"quantity\":1}";
        String padded = fits + " ".repeat(Limits.BODY_BYTES_MAX - fits.length());
        Requests whole =
                request("POST", "/v1/stock/receipts").key("hf_warehouse").json(padded);
        assertThat(answer(whole).path("statusCode").asInt()).isEqualTo(201);
        assertProblem(
                request("POST", "/v1/stock/receipts").key("hf_warehouse").json(padded + " "), 413, "body-too-large");
        assertProblem(
                request("POST", "/v1/stock/receipts").key("hf_warehouse").json("é".repeat(500_001)),
                413,
                "body-too-large");
        String encoded = Base64.getEncoder().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
        Requests base64 = request("POST", "/v1/stock/receipts")
                .key("hf_warehouse")
                .json(encoded)
                .base64();
        assertThat(answer(base64).path("statusCode").asInt()).isEqualTo(201);
    }

    @Test
    void a_body_that_is_no_base64_or_no_utf8_is_malformed() {
        assertProblem(
                request("POST", "/v1/stock/receipts")
                        .key("hf_warehouse")
                        .json("§")
                        .base64(),
                400,
                "malformed-request");
        String latin1 = Base64.getEncoder().encodeToString("{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(
                request("POST", "/v1/stock/receipts")
                        .key("hf_warehouse")
                        .json(latin1)
                        .base64(),
                400,
                "malformed-request");
        assertProblem(
                request("POST", "/v1/stock/receipts").key("hf_warehouse").json("{\"\ud800\":1}"),
                400,
                "malformed-request");
    }

    @Test
    void faults_of_a_body_come_with_their_pointers() {
        Requests bad = request("POST", "/v1/stock/receipts").key("hf_warehouse").json("{\"quantity\": 0, \"x\": 1}");
        assertProblem(bad, 400, "malformed-request");
        assertThat(body(answer(bad)).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/reference", "/quantity", "/x");
    }

    @Test
    void the_idempotency_key_stands_in_for_the_reference() {
        Requests keyed = request("POST", "/v1/stock/receipts")
                .key("hf_warehouse")
                .header("idempotency-key", "k-1")
                .json("{\"quantity\": 1}");
        assertThat(body(answer(keyed)).path("reference").asText()).isEqualTo("k-1");
        assertProblem(keyed.header("idempotency-key", "k\u0007"), 400, "malformed-request");
    }

    @Test
    void an_impossible_identifier_in_the_path_does_not_exist_and_cannot_be_made() {
        assertProblem(request("GET", "/v1/stock/a%20b").key("hf_warehouse"), 404, "not-found");
        assertProblem(request("PUT", "/v1/skus/a%00b").key("hf_warehouse").json("{}"), 400, "malformed-request");
    }

    @Test
    void pages_have_a_limit_and_an_opaque_cursor() {
        JsonNode list = body(answer(request("GET", "/v1/orders").key("hf_shop")));
        assertThat(list.path("limit").asInt()).isEqualTo(Limits.PAGE_DEFAULT);
        var written = JsonText.object();
        Page.next(written, Optional.of("place 7"));
        String cursor = written.path("next").asText();
        Requests next = request("GET", "/v1/orders")
                .key("hf_shop")
                .query("limit", "200")
                .query("cursor", cursor);
        assertThat(body(answer(next)).path("cursor").asText()).isEqualTo("place 7");
        for (String limit : new String[] {"0", "201", "-1", "x", "1e1", "9999999999", ""}) {
            assertProblem(request("GET", "/v1/orders").key("hf_shop").query("limit", limit), 400, "malformed-request");
        }
        assertProblem(request("GET", "/v1/orders").key("hf_shop").query("cursor", "§"), 400, "malformed-request");
        assertProblem(
                request("GET", "/v1/orders").key("hf_shop").query("limit", "1").query("limit", "2"),
                400,
                "malformed-request");
    }

    @Test
    void our_own_fault_says_nothing_of_how_we_are_built() {
        assertProblem(request("GET", "/v1/broken").key("hf_warehouse"), 500, "unexpected");
    }

    @Test
    void contention_and_an_outage_ask_to_come_again() {
        fault = TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code("TransactionConflict").build())
                .build();
        assertProblem(request("GET", "/v1/broken").key("hf_warehouse"), 503, "busy");
        fault = SdkClientException.create("no route to StockTable");
        assertProblem(request("GET", "/v1/broken").key("hf_warehouse"), 503, "busy");
        assertThat(answer(request("GET", "/v1/broken").key("hf_warehouse"))
                        .path("headers")
                        .path("Retry-After")
                        .asText())
                .isEqualTo("1");
        fault = TransactionCanceledException.builder()
                .cancellationReasons(CancellationReason.builder()
                        .code("ConditionalCheckFailed")
                        .build())
                .build();
        assertProblem(request("GET", "/v1/broken").key("hf_warehouse"), 500, "unexpected");
    }

    @Test
    void an_entity_tag_matches_itself_and_a_star_but_not_weakly() {
        assertThat(IfMatch.of(Optional.empty()).isPresent()).isFalse();
        assertThat(IfMatch.of(Optional.of("\"v1\"")).names("v1")).isTrue();
        assertThat(IfMatch.of(Optional.of("\"v0\", \"v1\"")).names("v1")).isTrue();
        assertThat(IfMatch.of(Optional.of("*")).names("v1")).isTrue();
        assertThat(IfMatch.of(Optional.of("W/\"v1\"")).names("v1")).isFalse();
        assertThat(IfMatch.of(Optional.of("v1")).names("v1")).isFalse();
    }
}
