package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.endtoend.Warehouse.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cancellation in each state of an order. */
@ExtendWith(SoundWorld.class)
class CancellationIT {
    private final RunningSystem system;
    private final Shop shop;
    private final Warehouse warehouse;
    private final String mug;

    CancellationIT(RunningSystem system) {
        this.system = system;
        this.shop = system.shop();
        this.warehouse = system.warehouse();
        this.mug = warehouse.article(2);
    }

    private void allIsBack() {
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(2, 0, 2));
    }

    @Test
    void an_order_may_be_cancelled_the_moment_it_is_placed() {
        PlacedOrder order = shop.orders(2, mug).paidWith("tok_approved").placed();

        order.cancel("C-1", "changed my mind");

        order.becomes("CANCELLED");
        allIsBack();
    }

    @Test
    void a_confirmed_order_gives_stock_and_money_back() {
        PlacedOrder order =
                shop.orders(2, mug).paidWith("tok_approved").placed().becomes("CONFIRMED");

        order.cancel("C-1", "changed my mind").mustBe(202);

        order.becomes("CANCELLED");
        assertThat(order.now().at("/payments/0/voided").asInt()).isEqualTo(500);
        assertThat(order.units("cancelled")).isEqualTo(2);
        allIsBack();
    }

    @Test
    void an_order_on_invoice_is_cancelled_at_once() {
        PlacedOrder order = shop.orders(2, mug).decided();

        Reply reply = order.cancel("C-1", "changed my mind").mustBe(200);

        assertThat(reply.text("/status")).isEqualTo("CANCELLED");
        assertThat(reply.body().findValuesAsText("at")).allMatch(at -> at.matches(".*:\\d{2}(\\.\\d{3})?Z"));
        allIsBack();
    }

    @Test
    void a_cancelled_shipment_still_tells_what_it_was_for() {
        PlacedOrder order = shop.orders(2, mug).decided();
        JsonNode before = order.now().at("/shipments/0");

        order.cancel("C-1", "changed my mind").mustBe(200);

        JsonNode after = order.now().at("/shipments/0");
        assertThat(after.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(after.path("lines")).isEqualTo(before.path("lines")).isNotEmpty();
    }

    @Test
    void a_cancellation_happens_once_and_keeps_its_words() {
        PlacedOrder order = shop.orders(2, mug).decided();
        order.cancel("C-1", "changed my mind").mustBe(200);

        assertThat(order.cancel("C-1", "changed my mind").mustBe(200).isReplayed())
                .isTrue();
        order.cancel("C-1", "other words").mustRefuse(409, "key-reused");
        order.cancel("C-2", "changed my mind").mustRefuse(409, "order-state");
        allIsBack();
    }

    @Test
    void what_was_refused_or_has_left_is_not_cancelled() {
        PlacedOrder refused = shop.orders(3, mug).decided();
        PlacedOrder left = shop.orders(2, mug).decided();
        warehouse.dispatches(left);

        refused.cancel("C-1", "changed my mind").mustRefuse(409, "order-state");
        left.cancel("C-1", "changed my mind").mustRefuse(409, "order-state");
        warehouse.deliver(left.shipmentIds().getFirst(), "2026-01-02T10:00:00Z").mustBe(200);
        left.cancel("C-1", "changed my mind").mustRefuse(409, "order-state");
    }

    @Test
    void another_channel_cannot_cancel_it() {
        PlacedOrder order = shop.orders(1, mug).decided();

        new PlacedOrder(system.market(), order.id(), order.number())
                .cancel("C-1", "mischief")
                .mustRefuse(404, "not-found");

        assertThat(order.status()).isEqualTo("CONFIRMED");
    }
}
