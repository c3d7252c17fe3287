package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What bad input gets: a clear problem with the pointer of the fault, and nothing is written. */
@ExtendWith(OneSystem.class)
class BadInputIT {
    private static final String JSON = "application/json";

    private final RunningSystem system;
    private final Shop shop;
    private final String mug;

    BadInputIT(RunningSystem system) {
        this.system = system;
        this.shop = system.shop();
        this.mug = system.warehouse().article(1);
    }

    @AfterAll
    static void the_world_is_sound(RunningSystem system) throws Exception {
        system.mustBeSound();
    }

    private static Arguments malformed(String what, String pointer, UnaryOperator<String> spoil) {
        return arguments(what, 400, "malformed-request", pointer, spoil);
    }

    private static Arguments refused(String what, String type, String pointer, UnaryOperator<String> spoil) {
        return arguments(what, 422, type, pointer, spoil);
    }

    /** In place of the text that a good order has there. */
    private static UnaryOperator<String> instead(String good, String bad) {
        return order -> {
            assertThat(order).contains(good);
            return order.replace(good, bad);
        };
    }

    private static UnaryOperator<String> quantity(String bad) {
        return instead("\"quantity\":1", "\"quantity\":" + bad);
    }

    static Stream<Arguments> spoiltOrders() {
        String nested = "[".repeat(40) + "]".repeat(40);
        return Stream.of(
                malformed("broken off", "/orderNumber", _ -> "{\"orderNumber\":"),
                malformed("empty", "", _ -> ""),
                malformed("no object", "", _ -> "[]"),
                malformed("two documents", "", order -> order + "{}"),
                malformed(
                        "an unknown field",
                        "/surprise",
                        instead("{\"orderNumber\"", "{\"surprise\":1,\"orderNumber\"")),
                malformed(
                        "an unknown field of a line", "/lines/0/colour", instead("{\"sku\"", "{\"colour\":1,\"sku\"")),
                malformed(
                        "a key twice",
                        "/orderNumber",
                        instead("{\"orderNumber\"", "{\"orderNumber\":\"1\",\"orderNumber\"")),
                malformed("quantity as text", "/lines/0/quantity", quantity("\"1\"")),
                malformed("half a unit", "/lines/0/quantity", quantity("0.5")),
                malformed("no unit", "/lines/0/quantity", quantity("0")),
                malformed("less than nothing", "/lines/0/quantity", quantity("-1")),
                malformed("more than anybody has", "/lines/0/quantity", quantity("1000001")),
                malformed("more than a number holds", "/lines/0/quantity", quantity("1".repeat(30))),
                malformed("a SKU with a space", "/lines/0/sku", instead("\"sku\":\"", "\"sku\":\"A ")),
                malformed("a price below 0", "/lines/0/unitPrice/amount", instead("\"amount\":250", "\"amount\":-1")),
                malformed("no currency's code", "/lines/0/unitPrice/currency", instead("GBP", "XXQ")),
                malformed("no lines", "/lines", order -> order.replaceAll("\"lines\":\\[\\{.*?}}]", "\"lines\":[]")),
                malformed(
                        "nested deeply",
                        "",
                        order -> order.replace("{\"orderNumber\"", "{\"deep\":" + nested + ",\"orderNumber\"")),
                malformed("half a surrogate pair", "/shippingAddress/city", instead("London", "\\ud800")),
                malformed(
                        "a control character in an id",
                        "/orderNumber",
                        instead("\"orderNumber\":\"", "\"orderNumber\":\"\\u0000")),
                malformed(
                        "a control character in a reference",
                        "/customer/reference",
                        instead("\"reference\":\"C-1", "\"reference\":\"C\\u0007")),
                malformed("a country that is none", "/shippingAddress/country", instead("\"GB\"", "\"ZZ\"")),
                malformed(
                        "an allocation that is none",
                        "/allocation",
                        instead("{\"orderNumber\"", "{\"allocation\":\"SOME\",\"orderNumber\"")),
                malformed(
                        "a token with an invoice",
                        "/payment/token",
                        instead("\"INVOICE\"", "\"INVOICE\",\"token\":\"tok_approved\"")),
                malformed("a card without a token", "/payment/token", instead("INVOICE", "SANDBOX")),
                refused("an unknown SKU", "unknown-sku", "/lines/0/sku", instead("\"sku\":\"", "\"sku\":\"NOPE-")),
                refused(
                        "two currencies",
                        "invalid-order",
                        "/lines/1/unitPrice/currency",
                        order -> order.replaceAll("\"lines\":\\[(\\{.*?)GBP(\"}})]", "\"lines\":[$1GBP$2,$1EUR$2]")),
                refused(
                        "a total beyond all bounds",
                        "invalid-order",
                        "/lines",
                        instead("\"amount\":250", "\"amount\":1000000000000")),
                refused(
                        "a token that is none",
                        "invalid-order",
                        "/payment/token",
                        instead("\"INVOICE\"", "\"SANDBOX\",\"token\":\"tok_of_gold\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltOrders")
    void an_order_with(String what, int status, String type, String pointer, UnaryOperator<String> spoil) {
        ObjectNode good = shop.orders(1, mug).json();
        byte[] spoilt = spoil.apply(good.toString()).getBytes(StandardCharsets.UTF_8);

        Reply reply = shop.caller().send("POST", "/v1/orders", spoilt, "Content-Type", JSON);

        reply.mustRefuse(status, type);
        assertThat(reply.pointers()).as(what).first().asString().startsWith(pointer);
        nothingIsWritten(good);
    }

    private void nothingIsWritten(ObjectNode order) {
        Reply found = shop.caller()
                .get("/v1/orders?orderNumber=" + order.path("orderNumber").asText())
                .mustBe(200);
        assertThat(found.body().path("items")).isEmpty();
    }

    @Test
    void an_order_of_1501_lines_is_refused() {
        Basket basket = shop.orders(1, mug);
        for (int line = 1; line <= 1_500; line++) {
            basket.and(1, mug);
        }

        assertThat(basket.reply().mustRefuse(400, "malformed-request").pointers())
                .containsExactly("/lines");
        nothingIsWritten(basket.json());
    }

    @Test
    void a_body_of_more_than_a_megabyte_is_refused() {
        ObjectNode good = shop.orders(1, mug).json();
        byte[] huge = (good + " ".repeat(1_000_001)).getBytes(StandardCharsets.UTF_8);

        shop.caller().send("POST", "/v1/orders", huge, "Content-Type", JSON).mustRefuse(413, "body-too-large");
        nothingIsWritten(good);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        ObjectNode good = shop.orders(1, mug).json();
        byte[] latin1 = good.toString().replace("London", "K\u00f6ln").getBytes(StandardCharsets.ISO_8859_1);

        shop.caller().send("POST", "/v1/orders", latin1, "Content-Type", JSON).mustRefuse(400, "malformed-request");
        nothingIsWritten(good);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/json; charset=iso-8859-1"})
    void another_content_type_is_refused(String contentType) {
        ObjectNode good = shop.orders(1, mug).json();
        byte[] body = good.toString().getBytes(StandardCharsets.UTF_8);

        shop.caller()
                .send("POST", "/v1/orders", body, "Content-Type", contentType)
                .mustRefuse(415, "unsupported-media-type");
        nothingIsWritten(good);
    }

    @ParameterizedTest
    @CsvSource({"''", "Bearer hf_nobody", "Basic aGY6", "Bearer", "Bearer hf_local_shop hf_local_shop"})
    void a_stranger_learns_nothing(String authorization) {
        Caller stranger = system.stranger(authorization);

        stranger.get("/v1/orders").mustRefuse(401, "unauthenticated");
        stranger.get("/v1/no-such-thing").mustRefuse(401, "unauthenticated");
    }

    @Test
    void each_role_does_its_own_work_only() {
        system.staff().post("/v1/orders", shop.orders(1, mug).json()).mustRefuse(403, "forbidden");
        shop.caller().get("/v1/stock/" + mug).mustRefuse(403, "forbidden");
        shop.caller().get("/v1/shipments?status=READY").mustRefuse(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/no-such-thing, 404, not-found",
        "GET, /v1/orders/ord_00000000000000000000000000, 404, not-found",
        "GET, /v1/orders/no-order, 404, not-found",
        "DELETE, /v1/orders, 405, method-not-allowed",
        "PUT, /v1/availability, 405, method-not-allowed",
        "GET, /v1/orders?limit=201, 400, malformed-request",
        "GET, /v1/orders?cursor=made-up, 400, malformed-request",
        "GET, /v1/orders?status=LOST, 400, malformed-request",
        "GET, /v1/availability, 400, malformed-request"
    })
    void an_address_that_leads_nowhere(String method, String path, int status, String type) {
        shop.caller().send(method, path, new byte[0]).mustRefuse(status, type);
    }

    @ParameterizedTest
    @CsvSource({
        "NOWHERE, GOOD, 1, 422, unknown-location, /location",
        "LONDON, NOPE, 1, 422, unknown-sku, /lines/0/sku",
        "LONDON, GOOD, 0, 400, malformed-request, /lines/0/quantity",
        "'', GOOD, 1, 400, malformed-request, /location"
    })
    void a_receipt_with(String location, String sku, int quantity, int status, String type, String pointer) {
        ObjectNode receipt = shop.orders(1, mug).json().objectNode();
        receipt.put("reference", Names.next("R")).put("location", location);
        receipt.withArray("lines")
                .addObject()
                .put("sku", sku.equals("GOOD") ? mug : sku)
                .put("quantity", quantity);

        Reply reply = system.staff().post("/v1/stock/receipts", receipt).mustRefuse(status, type);

        assertThat(reply.pointers()).containsExactly(pointer);
    }
}
