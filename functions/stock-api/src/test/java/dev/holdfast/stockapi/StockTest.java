package dev.holdfast.stockapi;

import static dev.holdfast.aws.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.http.Requests;
import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.inventory.domain.Moves;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockTest {
    private static final String MOVEMENTS = "/v1/stock/85123A/movements";

    private final Shop shop = new Shop();

    @BeforeEach
    void a_sku_at_two_locations_and_one_without_stock() {
        shop.tables.put(
                "StockTable",
                "shelf",
                "85123A#00",
                "item",
                "STOCK",
                "version",
                47,
                "a#MAIN",
                10,
                "r#MAIN",
                6,
                "d#MAIN",
                1,
                "a#NORTH",
                4,
                "waiting",
                3);
        shop.tables.put("StockTable", "shelf", "21212#00", "item", "STOCK", "version", 0);
        shop.tables.put("StockTable", "shelf", "22423#00", "item", "STOCK", "version", 9, "a#MAIN", 2, "waiting", 5);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stock_is_shown_per_location_and_in_total() {
        assertThat(shop.get("/v1/stock/85123a").body().toString())
                .isEqualTo("{\"sku\":\"85123A\",\"version\":47,\"locations\":["
                        + "{\"location\":\"MAIN\",\"available\":10,\"reserved\":6,\"unavailable\":"
                        + "{\"damaged\":1,\"qualityControl\":0,\"safety\":0},\"onHand\":17},"
                        + "{\"location\":\"NORTH\",\"available\":4,\"reserved\":0,\"unavailable\":"
                        + "{\"damaged\":0,\"qualityControl\":0,\"safety\":0},\"onHand\":4}],"
                        + "\"totals\":{\"available\":14,\"reserved\":6,\"unavailable\":"
                        + "{\"damaged\":1,\"qualityControl\":0,\"safety\":0},\"onHand\":21}}");
        assertThat(shop.get("/v1/stock/21212").body().toString())
                .isEqualTo(
                        "{\"sku\":\"21212\",\"version\":0,\"locations\":[],\"totals\":{\"available\":0,"
                                + "\"reserved\":0,\"unavailable\":{\"damaged\":0,\"qualityControl\":0,\"safety\":0},\"onHand\":0}}");
        assertThat(shop.get("/v1/stock/NOWHERE").status()).isEqualTo(404);
        assertThat(shop.get("/v1/stock/NO%20WHERE").status()).isEqualTo(404);
    }

    @Test
    void availability_is_what_may_be_promised() {
        Shop.Answer answer = shop.sample("availability");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo("{\"items\":[{\"sku\":\"85123A\",\"available\":11,\"version\":47,\"asOf\":\"" + Shop.NOW
                        + "\"},{\"sku\":\"21212\",\"available\":0,\"version\":0,\"asOf\":\"" + Shop.NOW
                        + "\"}],\"unknown\":[\"NOWHERE\"]}");
    }

    @Test
    void where_more_wait_than_is_there_nothing_may_be_promised() {
        Shop.Answer answer =
                shop.call(request("GET", "/v1/availability").key("hf_buyer").query("sku", "22423"));
        assertThat(answer.body().at("/items/0/available").asInt()).isZero();
    }

    @Test
    void a_sku_asked_for_twice_is_answered_once() {
        Shop.Answer answer = shop.call(availability("85123A", "85123a"));
        assertThat(answer.body().path("items")).hasSize(1);
    }

    private static Requests availability(String... skus) {
        Requests request = request("GET", "/v1/availability").key("hf_local_shop");
        for (String sku : skus) {
            request.query("sku", sku);
        }
        return request;
    }

    @Test
    void a_hundred_skus_are_answered_and_a_hundred_and_one_refused() {
        String[] skus = new String[Limits.AVAILABILITY_SKUS_MAX + 1];
        for (int i = 0; i < skus.length; i++) {
            skus[i] = "S" + i;
        }
        assertThat(shop.call(availability(skus)).status()).isEqualTo(400);
        skus[0] = skus[1];
        assertThat(shop.call(availability(skus)).body().path("unknown")).hasSize(Limits.AVAILABILITY_SKUS_MAX);
        assertThat(shop.call(availability()).pointers()).containsExactly("?sku");
        assertThat(shop.call(availability("A B")).pointers()).containsExactly("?sku");
    }

    private void history(int versions) {
        DynamoDbHistory history = new DynamoDbHistory(shop.tables.client(), "StockHistoryTable");
        for (int version = 1; version <= versions; version++) {
            Moves held = new Moves(CounterChange.hold(6), 0, 0, 0);
            history.write(List.of(new HistoryStep(
                    new Sku("85123A"),
                    version,
                    Optional.of(new LocationId("MAIN")),
                    Optional.of(new Movement(
                            version,
                            new EntryId("jrn_" + version),
                            Shop.NOW,
                            JournalEntry.Kind.RESERVE,
                            Optional.of(new LocationId("MAIN")),
                            held,
                            List.of(new Movement.Part(
                                    new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_1"), held)),
                            new Actor("stock-reservation"),
                            Optional.empty())),
                    new HistoryStep.Sums(0, 0, 0, 0, Optional.empty()))));
        }
    }

    @Test
    void movements_say_what_moved_why_and_who_did_it() {
        history(1);
        assertThat(shop.get(MOVEMENTS).body().toString())
                .isEqualTo("{\"items\":[{\"version\":1,\"entryId\":\"jrn_1\",\"at\":\"" + Shop.NOW
                        + "\",\"kind\":\"RESERVE\",\"location\":\"MAIN\",\"changes\":{\"available\":-6,\"reserved\":6},"
                        + "\"causes\":[{\"type\":\"ORDER\",\"id\":\"ord_1\",\"changes\":{\"available\":-6,\"reserved\":6}}],"
                        + "\"actor\":\"stock-reservation\"}]}");
    }

    @Test
    void movements_are_paged_newest_first() {
        history(5);
        Shop.Answer first =
                shop.call(request("GET", MOVEMENTS).key("hf_local_staff").query("limit", "3"));
        assertThat(first.body().findValuesAsText("version")).containsExactly("5", "4", "3");
        Shop.Answer second = shop.call(request("GET", MOVEMENTS)
                .key("hf_local_staff")
                .query("limit", "3")
                .query("cursor", first.body().path("next").asText()));
        assertThat(second.body().findValuesAsText("version")).containsExactly("2", "1");
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void a_page_that_nobody_gave_out_is_refused() {
        assertThat(shop.call(request("GET", MOVEMENTS).key("hf_local_staff").query("cursor", "abc"))
                        .pointers())
                .containsExactly("?cursor");
        assertThat(shop.call(request("GET", MOVEMENTS).key("hf_local_staff").query("limit", "201"))
                        .pointers())
                .containsExactly("?limit");
        assertThat(shop.get("/v1/stock/NOWHERE/movements").status()).isEqualTo(404);
        assertThat(shop.get("/v1/stock/21212/movements").body().path("items")).isEmpty();
    }
}
