package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.local.endtoend.Warehouse.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Demand that waits is served first come, first served. */
@ExtendWith(SoundWorld.class)
class BackorderIT {
    private final Shop shop;
    private final Warehouse warehouse;

    BackorderIT(RunningSystem system) {
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    private PlacedOrder waits(int quantity, String sku) {
        return shop.orders(quantity, sku).backorder().decided();
    }

    private static void holds(PlacedOrder order, int units) {
        order.until("the order holds " + units, _ -> order.units("allocated") == units);
    }

    @Test
    void stock_that_arrives_goes_to_the_first_in_line_in_part_if_need_be() {
        String lamp = warehouse.article(3);
        PlacedOrder first = waits(5, lamp);
        PlacedOrder second = waits(4, lamp);
        PlacedOrder third = waits(1, lamp);
        assertThat(first.status()).isEqualTo("BACKORDERED");
        assertThat(first.units("allocated")).isEqualTo(3);
        assertThat(first.units("backordered")).isEqualTo(2);
        assertThat(shop.available(lamp)).isZero();

        warehouse.receives(1, lamp, Warehouse.LONDON);
        holds(first, 4);
        warehouse.receives(3, lamp, Warehouse.BERLIN);
        holds(second, 2);

        assertThat(first.becomes("CONFIRMED").shipmentIds()).hasSize(2);
        assertThat(third.units("allocated")).isZero();
        warehouse.receives(10, lamp, Warehouse.LONDON);
        second.becomes("CONFIRMED");
        third.becomes("CONFIRMED");
        assertThat(warehouse.stock(lamp)).isEqualTo(new Counters(7, 10, 17));
        assertThat(shop.available(lamp)).isEqualTo(7);
    }

    @Test
    void nobody_overtakes_who_waits() {
        String lamp = warehouse.article(0);
        PlacedOrder first = waits(2, lamp);

        warehouse.receives(1, lamp, Warehouse.LONDON);

        assertThat(shop.orders(1, lamp).decided().status()).isEqualTo("REJECTED");
        holds(first, 1);
    }

    @Test
    void stock_that_is_given_back_goes_to_the_line() {
        String lamp = warehouse.article(2);
        PlacedOrder holder = shop.orders(2, lamp).decided();
        PlacedOrder first = waits(1, lamp);
        PlacedOrder second = waits(2, lamp);

        holder.cancel("C-1", "changed my mind").mustBe(200);

        first.becomes("CONFIRMED");
        holds(second, 1);
        assertThat(warehouse.stock(lamp)).isEqualTo(new Counters(0, 2, 2));
    }

    @Test
    void who_leaves_the_line_lets_the_next_move_up() {
        String lamp = warehouse.article(2);
        PlacedOrder first = waits(5, lamp);
        PlacedOrder second = waits(2, lamp);

        first.cancel("C-1", "too slow").mustBe(200);

        assertThat(first.status()).isEqualTo("CANCELLED");
        second.becomes("CONFIRMED");
        assertThat(warehouse.stock(lamp)).isEqualTo(new Counters(0, 2, 2));
    }

    @Test
    void an_order_waits_for_all_that_it_lacks_and_ships_together() {
        String lamp = warehouse.article(0);
        String mug = warehouse.article(2);
        PlacedOrder order =
                shop.orders(2, lamp).and(5, mug).and(3, lamp).backorder().decided();
        assertThat(order.units("backordered")).isEqualTo(8);

        warehouse.receives(5, lamp, Warehouse.LONDON);
        holds(order, 7);
        assertThat(order.status()).isEqualTo("BACKORDERED");
        warehouse.receives(5, mug, Warehouse.LONDON);

        assertThat(order.becomes("CONFIRMED").shipmentIds()).hasSize(1);
    }
}
