package dev.holdfast.stockapi;

import static dev.holdfast.aws.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MasterDataTest {
    private static final String CANDLE = "/v1/skus/85123A";
    private static final String RED =
            "{\"description\": \"red candle\", \"unitCost\": {\"amount\": 120, \"currency\": \"GBP\"}}";
    private static final String BLUE = "{\"description\": \"blue candle\"}";
    private static final String MAIN = "{\"name\": \"Main house\", \"country\": \"GB\", \"priority\": 1}";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_sku_is_created_with_its_empty_stock() {
        Shop.Answer created = shop.sample("sku-created");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/v1/skus/22423");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.body().toString())
                .isEqualTo("{\"sku\":\"22423\",\"version\":1,\"description\":\"Regency cakestand 3 tier\","
                        + "\"gtin\":\"4006381333931\",\"unitCost\":{\"amount\":610,\"currency\":\"GBP\"}}");
        Shop.Answer read = shop.get("/v1/skus/22423");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(shop.get("/v1/stock/22423").body().path("version").asInt()).isZero();
    }

    @Test
    void the_same_sku_again_changes_nothing_in_either_spelling() {
        assertThat(shop.put("/v1/skus/85123a", RED).status()).isEqualTo(201);
        Shop.Answer again = shop.put(CANDLE, " " + RED.replace(": ", ":"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(shop.replace(CANDLE, "\"9\"", RED).status()).isEqualTo(200);
    }

    @Test
    void replacing_needs_the_current_entity_tag() {
        shop.put(CANDLE, RED);
        assertThat(shop.put(CANDLE, BLUE).status()).isEqualTo(428);
        assertThat(shop.replace(CANDLE, "\"2\"", BLUE).status()).isEqualTo(412);
        assertThat(shop.replace(CANDLE, "W/\"1\"", BLUE).status()).isEqualTo(412);
        assertThat(shop.get(CANDLE).body().path("description").asText()).isEqualTo("red candle");
        Shop.Answer replaced = shop.replace(CANDLE, "\"1\"", BLUE);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(replaced.body().has("unitCost")).isFalse();
        assertThat(shop.replace(CANDLE, "*", RED).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void what_does_not_exist_cannot_be_replaced() {
        assertThat(shop.replace(CANDLE, "*", RED).status()).isEqualTo(412);
        assertThat(shop.get(CANDLE).status()).isEqualTo(404);
    }

    @Test
    void a_malformed_sku_is_refused_with_every_fault() {
        Shop.Answer refused = shop.put(
                CANDLE,
                "{\"description\": \" \", \"gtin\": \"4006381333932\", \"unitCost\": {\"amount\": -1, \"currency\": \"GBP\"}, \"size\": 3}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/description", "/gtin", "/unitCost/amount", "/size");
        assertThat(shop.put("/v1/skus/" + "A".repeat(41), RED).status()).isEqualTo(400);
        assertThat(shop.put("/v1/skus/A%20B", RED).status()).isEqualTo(400);
        assertThat(shop.tables.all("StockTable")).isEmpty();
    }

    @Test
    void a_location_is_created_read_and_replaced() {
        Shop.Answer created = shop.put("/v1/locations/main", MAIN);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/v1/locations/MAIN");
        assertThat(created.body().toString())
                .isEqualTo(
                        "{\"location\":\"MAIN\",\"version\":1,\"name\":\"Main house\",\"country\":\"GB\",\"priority\":1}");
        assertThat(shop.put("/v1/locations/MAIN", MAIN).status()).isEqualTo(200);
        String moved = MAIN.replace("GB", "IE");
        assertThat(shop.put("/v1/locations/MAIN", moved).status()).isEqualTo(428);
        assertThat(shop.replace("/v1/locations/MAIN", "\"7\"", moved).status()).isEqualTo(412);
        assertThat(shop.replace("/v1/locations/MAIN", "\"1\"", moved).status()).isEqualTo(200);
        Shop.Answer read = shop.get("/v1/locations/Main");
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.body().path("country").asText()).isEqualTo("IE");
        assertThat(shop.get("/v1/locations/MOON").status()).isEqualTo(404);
    }

    @Test
    void a_malformed_location_is_refused_with_every_fault() {
        Shop.Answer refused = shop.put("/v1/locations/MAIN", "{\"country\": \"UK\", \"priority\": 1001}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/name", "/country", "/priority");
        assertThat(shop.put("/v1/locations/MAIN_1", MAIN).status()).isEqualTo(400);
    }

    @Test
    void the_twenty_first_location_is_refused() {
        for (int i = 1; i <= Limits.LOCATIONS_MAX; i++) {
            assertThat(shop.put("/v1/locations/L" + i, MAIN).status()).isEqualTo(201);
        }
        Shop.Answer refused = shop.put("/v1/locations/L21", MAIN);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("/problems/too-many-locations");
        assertThat(shop.get("/v1/locations/L21").status()).isEqualTo(404);
        assertThat(shop.put("/v1/locations/L20", MAIN).status()).isEqualTo(200);
    }

    @Test
    void the_warehouse_writes_procurement_reads_and_a_shop_does_neither() {
        shop.put(CANDLE, RED);
        assertThat(shop.call(request("GET", CANDLE).key("hf_buyer")).status()).isEqualTo(200);
        assertThat(shop.call(request("PUT", CANDLE).key("hf_buyer").json(BLUE)).status())
                .isEqualTo(403);
        assertThat(shop.call(request("GET", CANDLE).key("hf_local_shop")).status())
                .isEqualTo(403);
        assertThat(shop.call(request("GET", CANDLE)).status()).isEqualTo(401);
        assertThat(shop.call(request("DELETE", CANDLE).key("hf_local_staff")).status())
                .isEqualTo(405);
    }
}
