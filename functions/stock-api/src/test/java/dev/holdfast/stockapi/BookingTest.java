package dev.holdfast.stockapi;

import static dev.holdfast.aws.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.kernel.Limits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingTest {
    private static final String RECEIPTS = "/v1/stock/receipts";
    private static final String ADJUSTMENTS = "/v1/stock/adjustments";

    private final Shop shop = new Shop();

    @BeforeEach
    void two_skus_and_a_location() {
        shop.opens("MAIN", "85123A", "21212");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static String receipt(String reference, String lines) {
        return "{\"reference\": \"" + reference + "\", \"location\": \"MAIN\", \"lines\": [" + lines + "]}";
    }

    private static String adjustment(String reference, String reason, String lines) {
        return "{\"reference\": \"" + reference + "\", \"location\": \"MAIN\", \"reason\": \"" + reason
                + "\", \"lines\": [" + lines + "]}";
    }

    private static String line(String sku, String field, long units) {
        return "{\"sku\": \"" + sku + "\", \"" + field + "\": " + units + "}";
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line("85123A", "quantity", 1))
                .collect(Collectors.joining(","));
    }

    private long available(String sku) {
        return shop.get("/v1/stock/" + sku).body().at("/totals/available").asLong();
    }

    private void nothingIsBooked() {
        assertThat(shop.tables.all("JournalTable")).isEmpty();
        assertThat(available("85123A")).isZero();
    }

    @Test
    void a_receipt_is_booked_once_and_its_repetition_is_answered_with_the_original() {
        Shop.Answer accepted = shop.sample("accepted");
        assertThat(accepted.status()).isEqualTo(201);
        JsonNode body = accepted.body();
        assertThat(body.path("reference").asText()).isEqualTo("DN-20261124-7");
        assertThat(body.path("location").asText()).isEqualTo("MAIN");
        assertThat(body.path("at").asText()).isEqualTo(Shop.NOW.toString());
        assertThat(body.path("actor").asText()).isEqualTo("hf_local_staff");
        assertThat(body.path("lines").toString())
                .isEqualTo("[{\"sku\":\"21212\",\"quantity\":24},{\"sku\":\"85123A\",\"quantity\":100}]");
        Shop.Answer repeated = shop.sample("repeated");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeated.body()).isEqualTo(body);
        assertThat(available("85123A")).isEqualTo(100);
        assertThat(shop.get("/v1/stock/85123A").body().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void another_content_under_the_same_reference_is_a_conflict_and_changes_nothing() {
        shop.sample("accepted");
        Shop.Answer reused = shop.sample("key-reused");
        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.type()).isEqualTo("/problems/key-reused");
        assertThat(available("85123A")).isEqualTo(100);
    }

    @Test
    void a_receipt_and_an_adjustment_may_share_a_reference() {
        assertThat(shop.post(RECEIPTS, receipt("X", line("85123A", "quantity", 5)))
                        .status())
                .isEqualTo(201);
        assertThat(shop.post(ADJUSTMENTS, adjustment("X", "LOST", line("85123A", "delta", -2)))
                        .status())
                .isEqualTo(201);
        assertThat(available("85123A")).isEqualTo(3);
    }

    @Test
    void the_idempotency_key_is_the_reference_where_the_body_has_none() {
        String body = "{\"location\": \"MAIN\", \"lines\": [" + line("85123A", "quantity", 5) + "]}";
        assertThat(shop.post(RECEIPTS, body).pointers()).containsExactly("/reference");
        Shop.Answer first = shop.call(request("POST", RECEIPTS)
                .key("hf_local_staff")
                .header("Idempotency-Key", "K-1")
                .json(body));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("reference").asText()).isEqualTo("K-1");
        assertThat(shop.post(RECEIPTS, receipt("K-1", line("85123A", "quantity", 5)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_adjustment_says_why_and_moves_up_and_down() {
        Shop.Answer booked = shop.post(
                ADJUSTMENTS,
                "{\"reference\": \"A1\", \"location\": \"main\", \"reason\": \"OTHER\", \"note\": \"eaten by mice\", \"lines\": ["
                        + line("85123a", "delta", 9) + "," + line("85123A", "delta", -2) + "]}");
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.body().path("reason").asText()).isEqualTo("OTHER");
        assertThat(booked.body().path("note").asText()).isEqualTo("eaten by mice");
        assertThat(booked.body().path("lines").toString()).isEqualTo("[{\"sku\":\"85123A\",\"delta\":7}]");
        assertThat(available("85123A")).isEqualTo(7);
    }

    @Test
    void the_last_unit_can_be_written_off_and_no_more() {
        shop.sample("accepted");
        Shop.Answer refused = shop.sample("refused");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("/problems/insufficient-stock");
        assertThat(refused.body().path("shortfalls").toString())
                .isEqualTo("[{\"sku\":\"21212\",\"requested\":25,\"available\":24}]");
        assertThat(available("21212")).isEqualTo(24);
        assertThat(shop.post(ADJUSTMENTS, adjustment("A2", "LOST", line("21212", "delta", -24)))
                        .status())
                .isEqualTo(201);
        assertThat(available("21212")).isZero();
    }

    @Test
    void every_fault_of_a_malformed_adjustment_is_named() {
        Shop.Answer malformed = shop.sample("malformed");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.pointers())
                .containsExactlyInAnyOrder(
                        "/reference",
                        "/location",
                        "/note",
                        "/colour",
                        "/lines/0/delta",
                        "/lines/1/sku",
                        "/lines/1/delta",
                        "/lines/2/delta");
        nothingIsBooked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "6.0", "\"6\"", "null", "1e3", "99999999999999999999"})
    void a_quantity_is_one_to_a_million(String quantity) {
        Shop.Answer refused =
                shop.post(RECEIPTS, receipt("R1", "{\"sku\": \"85123A\", \"quantity\": " + quantity + "}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/lines/0/quantity");
        nothingIsBooked();
    }

    @Test
    void a_million_units_are_booked() {
        assertThat(shop.post(RECEIPTS, receipt("R1", line("85123A", "quantity", Limits.QUANTITY_MAX)))
                        .status())
                .isEqualTo(201);
        assertThat(available("85123A")).isEqualTo(Limits.QUANTITY_MAX);
    }

    @Test
    void ninety_lines_are_booked_and_ninety_one_refused() {
        Shop.Answer refused = shop.post(RECEIPTS, receipt("R1", lines(Limits.STOCK_LINES_MAX + 1)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/lines");
        assertThat(shop.post(RECEIPTS, receipt("R1", "")).pointers()).containsExactly("/lines");
        nothingIsBooked();
        assertThat(shop.post(RECEIPTS, receipt("R1", lines(Limits.STOCK_LINES_MAX)))
                        .status())
                .isEqualTo(201);
        assertThat(available("85123A")).isEqualTo(Limits.STOCK_LINES_MAX);
    }

    @Test
    void an_unknown_sku_is_refused_at_each_of_its_lines() {
        Shop.Answer refused = shop.post(
                RECEIPTS,
                receipt(
                        "R1",
                        line("85123A", "quantity", 1) + "," + line("nowhere", "quantity", 1) + ","
                                + line("NOWHERE", "quantity", 1)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("/problems/unknown-sku");
        assertThat(refused.pointers()).containsExactly("/lines/1/sku", "/lines/2/sku");
        nothingIsBooked();
    }

    @Test
    void an_unknown_location_is_refused() {
        Shop.Answer refused = shop.post(
                RECEIPTS,
                "{\"reference\": \"R1\", \"location\": \"MOON\", \"lines\": [" + line("85123A", "quantity", 1) + "]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("/problems/unknown-location");
        assertThat(refused.pointers()).containsExactly("/location");
        nothingIsBooked();
    }

    @Test
    void lines_that_add_up_to_nothing_are_refused() {
        Shop.Answer refused = shop.post(
                ADJUSTMENTS, adjustment("A1", "FOUND", line("85123A", "delta", 5) + "," + line("85123a", "delta", -5)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/lines/0/sku", "/lines/1/sku");
        nothingIsBooked();
    }

    @Test
    void forty_clerks_at_once_write_off_no_more_than_is_there() {
        shop.post(RECEIPTS, receipt("R1", line("85123A", "quantity", 25)));
        List<Integer> answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> shop.post(ADJUSTMENTS, adjustment("A" + i, "LOST", line("85123A", "delta", -1)))
                        .status())
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(25);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
        assertThat(available("85123A")).isZero();
        assertThat(shop.tables.all("JournalTable")).hasSize(26);
    }

    @Test
    void one_receipt_sent_twenty_times_at_once_is_booked_once() {
        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> shop.post(RECEIPTS, receipt("R1", line("85123A", "quantity", 5)))
                        .status())
                .toList();
        assertThat(answers)
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(available("85123A")).isEqualTo(5);
    }

    @Test
    void only_the_warehouse_books() {
        String body = receipt("R1", line("85123A", "quantity", 1));
        assertThat(shop.call(request("POST", RECEIPTS).key("hf_buyer").json(body))
                        .status())
                .isEqualTo(403);
        assertThat(shop.call(request("POST", RECEIPTS).key("hf_local_shop").json(body))
                        .status())
                .isEqualTo(403);
        assertThat(shop.call(request("GET", RECEIPTS).key("hf_local_staff")).status())
                .isEqualTo(405);
        nothingIsBooked();
    }
}
