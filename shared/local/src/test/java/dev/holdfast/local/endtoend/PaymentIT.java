package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.endtoend.Warehouse.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each token of the sandbox, and where it ends. */
@ExtendWith(SoundWorld.class)
class PaymentIT {
    private final Shop shop;
    private final Warehouse warehouse;
    private final String mug;

    PaymentIT(RunningSystem system) {
        this.shop = system.shop();
        this.warehouse = system.warehouse();
        this.mug = warehouse.article(1);
    }

    private PlacedOrder paidWith(String token) {
        return shop.orders(1, mug).paidWith(token).placed();
    }

    @Test
    void a_declined_card_gives_the_stock_back() {
        PlacedOrder order = paidWith("tok_declined").becomes("CANCELLED");

        assertThat(order.now().path("paymentStatus").asText()).isEqualTo("DECLINED");
        assertThat(order.now().at("/history/2/reason").asText()).isEqualTo("PAYMENT_DECLINED");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(1, 0, 1));
    }

    @Test
    void an_answer_that_got_lost_is_looked_up_and_authorised_once() {
        PlacedOrder order = paidWith("tok_timeout_after_success").becomes("CONFIRMED");

        assertThat(order.now().at("/payments/0/authorised").asInt()).isEqualTo(250);
    }

    @Test
    void a_provider_that_is_away_leaves_the_order_reserved_until_it_is_cancelled() {
        PlacedOrder order = paidWith("tok_unavailable").becomes("RESERVED");
        order.paymentBecomes("PENDING");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 1, 1));

        Patience.until("it can be cancelled", () -> order.cancel("C-1", "no patience"), reply -> reply.status() != 409);

        order.becomes("CANCELLED");
        assertThat(order.now().at("/payments/0/authorised").asInt()).isZero();
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(1, 0, 1));
    }

    @Test
    void a_wrong_amount_is_reviewed_and_approved_by_support() {
        PlacedOrder order = paidWith("tok_wrong_amount").becomes("REVIEW");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 1, 1));

        warehouse.review(order, "APPROVE", "the customer called").mustBe(200);

        assertThat(order.status()).isEqualTo("CONFIRMED");
        assertThat(warehouse.review(order, "APPROVE", "the customer called").isReplayed())
                .isTrue();
        warehouse.review(order, "CANCEL", "or not").mustRefuse(409, "key-reused");
    }

    @Test
    void a_wrong_amount_is_reviewed_and_cancelled_by_support() {
        PlacedOrder order = paidWith("tok_wrong_amount").becomes("REVIEW");

        warehouse.review(order, "CANCEL", "a fraud");

        JsonNode ended = order.becomes("CANCELLED").now();
        assertThat(ended.path("paymentStatus").asText()).isEqualTo("VOIDED");
        assertThat(ended.at("/payments/0/voided")).isEqualTo(ended.at("/payments/0/authorised"));
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(1, 0, 1));
    }

    @Test
    void goods_that_left_and_cannot_be_charged_for_are_put_before_a_person() {
        PlacedOrder order = paidWith("tok_capture_declined").becomes("CONFIRMED");

        warehouse.dispatches(order);

        order.becomes("SHIPPED").paymentBecomes("REVIEW");
        assertThat(order.now().at("/payments/0/captured").asInt()).isZero();
    }
}
