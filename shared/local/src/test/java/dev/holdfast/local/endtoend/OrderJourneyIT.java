package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.endtoend.Warehouse.Counters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of one order. */
@ExtendWith(SoundWorld.class)
class OrderJourneyIT {
    private final RunningSystem system;
    private final Shop shop;
    private final Warehouse warehouse;

    OrderJourneyIT(RunningSystem system) {
        this.system = system;
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    @Test
    void an_order_is_placed_held_paid_picked_shipped_and_delivered() {
        String mug = warehouse.article(10);

        PlacedOrder order = shop.orders(4, mug).paidWith("tok_approved").placed();

        order.becomes("CONFIRMED");
        assertThat(order.now().path("paymentStatus").asText()).isEqualTo("AUTHORISED");
        assertThat(order.now().path("fulfilmentStatus").asText()).isEqualTo("READY");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(6, 4, 10));
        assertThat(shop.available(mug)).isEqualTo(6);

        String parcel = order.shipmentIds().getFirst();
        warehouse.dispatch(parcel, "PF-1").mustBe(200);
        order.becomes("SHIPPED").paymentBecomes("CAPTURED");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(6, 0, 6));

        warehouse.deliver(parcel, "2026-01-02T10:00:00Z").mustBe(200);
        order.becomes("DELIVERED");
        assertThat(order.history()).containsExactly("PLACED", "RESERVED", "CONFIRMED", "SHIPPED", "DELIVERED");
        Patience.until("all is published", () -> system.eventsOf(order), events -> events.size() >= 5);
        assertThat(system.eventsOf(order))
                .containsExactly(
                        "holdfast.order.placed.v1",
                        "holdfast.order.reserved.v1",
                        "holdfast.order.confirmed.v1",
                        "holdfast.order.shipped.v1",
                        "holdfast.order.delivered.v1");
    }

    @Test
    void an_order_on_invoice_is_confirmed_by_the_hold_itself() {
        String mug = warehouse.article(1);

        PlacedOrder order = shop.orders(1, mug).decided();

        assertThat(order.status()).isEqualTo("CONFIRMED");
        assertThat(order.now().path("paymentStatus").asText()).isEqualTo("NOT_REQUIRED");
    }

    @Test
    void who_prefers_to_wait_is_told_the_stock_decision_also_when_asking_again() {
        String mug = warehouse.article(1);
        Basket basket = shop.orders(2, mug);

        Reply first = basket.reply("Prefer", "wait=10");
        Reply again = basket.reply("Prefer", "wait=10").mustBe(200);

        assertThat(first.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.text("/status")).isEqualTo("REJECTED");
    }

    @Test
    void an_order_is_refused_whole_when_one_line_is_short() {
        String mug = warehouse.article(5);
        String lamp = warehouse.article(5);

        PlacedOrder order = shop.orders(3, mug).and(6, lamp).decided();

        assertThat(order.status()).isEqualTo("REJECTED");
        JsonNode shortfall = order.now().at("/shortfalls/0");
        assertThat(shortfall.path("sku").asText()).isEqualTo(lamp);
        assertThat(shortfall.path("requested").asInt()).isEqualTo(6);
        assertThat(shortfall.path("available").asInt()).isEqualTo(5);
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(5, 0, 5));
    }

    @Test
    void two_lines_of_one_article_are_added_up_before_anything_is_held() {
        String mug = warehouse.article(5);

        assertThat(shop.orders(3, mug).and(3, mug).decided().status()).isEqualTo("REJECTED");
        assertThat(shop.orders(2, mug).and(3, mug).decided().status()).isEqualTo("CONFIRMED");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 5, 5));
    }

    @Test
    void one_location_that_has_all_of_it_is_taken_before_two_that_share_it() {
        String mug = warehouse.article(10);
        warehouse.receives(15, mug, Warehouse.BERLIN);

        PlacedOrder whole = shop.orders(13, mug).decided();
        PlacedOrder split = shop.orders(12, mug).decided();

        assertThat(whole.shipmentIds()).hasSize(1).first().asString().endsWith(Warehouse.BERLIN);
        assertThat(split.shipmentIds()).hasSize(2);
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 25, 25));

        warehouse.dispatch(split.shipmentIds().getFirst(), "T-1").mustBe(200);
        assertThat(split.now().path("fulfilmentStatus").asText()).isEqualTo("PARTIALLY_SHIPPED");
        assertThat(split.cancel("C-1", "too late").status()).isEqualTo(409);
        warehouse.dispatch(split.shipmentIds().getLast(), "T-2").mustBe(200);
        assertThat(split.status()).isEqualTo("SHIPPED");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 13, 13));
    }

    @Test
    void what_is_still_to_come_is_not_delivered() {
        String mug = warehouse.article(1);
        PlacedOrder order = shop.orders(1, mug).decided();
        warehouse.dispatches(order);

        Reply refused = warehouse.deliver(order.shipmentIds().getFirst(), "2126-01-02T10:00:00Z");

        assertThat(refused.mustRefuse(422, "invalid-delivery").pointers()).containsExactly("/deliveredAt");
        assertThat(order.status()).isEqualTo("SHIPPED");
    }

    @Test
    void a_dispatch_and_a_delivery_happen_once_and_keep_their_words() {
        String mug = warehouse.article(1);
        String parcel = shop.orders(1, mug).decided().shipmentIds().getFirst();

        warehouse.deliver(parcel, "2026-01-02T10:00:00Z").mustRefuse(409, "order-state");
        assertThat(warehouse.dispatch(parcel, "T-1").mustBe(200).isReplayed()).isFalse();
        assertThat(warehouse.dispatch(parcel, "T-1").mustBe(200).isReplayed()).isTrue();
        warehouse.dispatch(parcel, "T-2").mustRefuse(409, "key-reused");
        assertThat(warehouse.deliver(parcel, "2026-01-02T10:00:00Z").mustBe(200).isReplayed())
                .isFalse();
        assertThat(warehouse.deliver(parcel, "2026-01-02T10:00:00Z").mustBe(200).isReplayed())
                .isTrue();
        warehouse.deliver(parcel, "2026-01-03T10:00:00Z").mustRefuse(409, "key-reused");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 0, 0));
    }

    @Test
    void an_order_number_stands_for_one_order_of_one_channel() {
        String mug = warehouse.article(10);
        Basket basket = shop.orders(1, mug);
        PlacedOrder order = basket.decided();

        assertThat(basket.reply().mustBe(200).isReplayed()).isTrue();
        shop.orders(2, mug).numbered(order.number()).reply().mustRefuse(409, "key-reused");
        Reply elsewhere =
                system.market().orders(1, mug).numbered(order.number()).reply().mustBe(202);

        assertThat(elsewhere.text("/orderId")).isNotEqualTo(order.id());
        system.market().caller().get("/v1/orders/" + order.id()).mustRefuse(404, "not-found");
        Patience.until("two are held", () -> warehouse.stock(mug), new Counters(8, 2, 10)::equals);
    }

    @Test
    void a_shop_finds_its_orders_newest_first_page_by_page() {
        String mug = warehouse.article(10);
        List<String> numbers = List.of(Names.next("A"), Names.next("B"), Names.next("C"));
        numbers.forEach(number -> shop.orders(1, mug).numbered(number).decided());

        Reply first = shop.caller().get("/v1/orders?limit=2").mustBe(200);
        Reply second = shop.caller()
                .get("/v1/orders?limit=1&cursor=" + first.text("/next"))
                .mustBe(200);

        assertThat(first.text("/items/0/orderNumber")).isEqualTo(numbers.get(2));
        assertThat(first.text("/items/1/orderNumber")).isEqualTo(numbers.get(1));
        assertThat(second.text("/items/0/orderNumber")).isEqualTo(numbers.get(0));
    }
}
