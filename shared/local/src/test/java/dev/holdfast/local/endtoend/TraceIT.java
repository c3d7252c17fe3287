package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.local.trace.OrderTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code holdfast trace}: an order's life from the tables. */
@ExtendWith(SoundWorld.class)
class TraceIT {
    private final RunningSystem system;
    private final Shop shop;
    private final Warehouse warehouse;

    TraceIT(RunningSystem system) {
        this.system = system;
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    @Test
    void an_orders_life_is_told_in_order_with_the_stock_that_it_moved_and_the_alert_that_it_set_off() throws Exception {
        String mug = warehouse.article(10);
        warehouse.alertsAt(5, 20, 2, mug);
        String address = Names.next("traced") + "@example.com";
        PlacedOrder order =
                shop.orders(6, mug).by(address).paidWith("tok_approved").placed();
        order.becomes("CONFIRMED");
        warehouse.dispatches(order);
        order.becomes("SHIPPED").paymentBecomes("CAPTURED");
        Patience.until("e-mail arrives", () -> system.mailTo(address), mail -> !mail.isEmpty());
        Patience.until("it alerts", () -> system.alertsFor(mug), alerts -> !alerts.isEmpty());
        system.mustBeSound();

        String told = new OrderTrace(system.aws())
                .of(new OrderId(order.id()))
                .orElseThrow()
                .text();

        assertThat(told)
                .containsSubsequence("order PLACED", "order RESERVED", "order CONFIRMED", "order SHIPPED")
                .containsSubsequence("stock RESERVE", mug, "available -6, reserved +6", "stock SHIP", "reserved -6")
                .containsSubsequence("payment AUTHORISE", "payment CAPTURE")
                .contains("shipment DISPATCHED", "approved 1500")
                .containsSubsequence("alert", mug)
                .contains("customer told")
                .doesNotContain("dead letter", address);
    }

    @Test
    void of_an_order_that_is_not_there_nothing_is_told() {
        assertThat(new OrderTrace(system.aws()).of(new OrderId("ord_00000000000000000000000000")))
                .isEmpty();
    }
}
