package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.local.endtoend.Warehouse.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders that no single transaction can hold. */
@ExtendWith(SoundWorld.class)
class WideOrderIT {
    private final Shop shop;
    private final Warehouse warehouse;

    WideOrderIT(RunningSystem system) {
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    private List<String> articles(int count, int each) {
        List<String> skus = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            skus.add(Names.next("WIDE"));
        }
        try (ExecutorService clerks = Executors.newFixedThreadPool(8)) {
            skus.forEach(sku -> clerks.execute(() -> warehouse.register(sku)));
        }
        if (each > 0) {
            warehouse.receives(each, skus, Warehouse.LONDON);
        }
        return skus;
    }

    private Basket orderOf(int quantity, List<String> skus) {
        Basket basket = shop.orders(quantity, skus.getFirst());
        skus.subList(1, skus.size()).forEach(sku -> basket.and(quantity, sku));
        return basket;
    }

    @Test
    void an_order_of_1110_lines_is_refused_or_held_whole_and_ships_whole() {
        List<String> skus = articles(1_110, 2);
        String last = skus.getLast();

        assertThat(orderOf(2, skus).and(1, last).placed().becomes("REJECTED").units("allocated"))
                .isZero();
        assertThat(warehouse.stock(skus.getFirst())).isEqualTo(new Counters(2, 0, 2));

        PlacedOrder order = orderOf(2, skus).paidWith("tok_approved").placed().becomes("CONFIRMED");
        assertThat(order.units("allocated")).isEqualTo(2 * 1_110);
        assertThat(warehouse.stock(last)).isEqualTo(new Counters(0, 2, 2));

        String parcel = order.shipmentIds().getFirst();
        assertThat(warehouse.dispatch(parcel, "T-1").mustBe(202).text("/status"))
                .isEqualTo("DISPATCHING");
        warehouse.dispatch(parcel, "T-2").mustRefuse(409, "key-reused");
        order.becomes("SHIPPED").paymentBecomes("CAPTURED");
        assertThat(order.units("shipped")).isEqualTo(2 * 1_110);
        assertThat(warehouse.stock(last)).isEqualTo(new Counters(0, 0, 0));
    }

    @Test
    void a_wide_order_that_is_cancelled_gives_all_of_it_back() {
        List<String> skus = articles(100, 1);
        PlacedOrder order = orderOf(1, skus).placed().becomes("CONFIRMED");

        order.cancel("C-1", "too much").mustBe(202);

        order.becomes("CANCELLED");
        assertThat(order.units("cancelled")).isEqualTo(100);
        assertThat(skus).allSatisfy(sku -> assertThat(warehouse.stock(sku)).isEqualTo(new Counters(1, 0, 1)));
    }

    @Test
    void a_wide_backorder_is_filled_when_its_goods_arrive() {
        List<String> skus = articles(80, 1);
        PlacedOrder order = orderOf(2, skus).backorder().placed().becomes("BACKORDERED");
        assertThat(order.units("allocated")).isEqualTo(80);

        warehouse.receives(1, skus, Warehouse.BERLIN);

        assertThat(order.becomes("CONFIRMED").shipmentIds()).hasSize(2);
        assertThat(order.units("allocated")).isEqualTo(160);
    }
}
