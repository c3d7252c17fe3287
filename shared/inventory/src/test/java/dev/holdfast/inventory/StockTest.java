package dev.holdfast.inventory;

import static dev.holdfast.inventory.Stockroom.BERLIN;
import static dev.holdfast.inventory.Stockroom.LONDON;
import static dev.holdfast.inventory.Stockroom.MUG;
import static dev.holdfast.inventory.Stockroom.TEA;
import static dev.holdfast.inventory.Stockroom.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Invariant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockTest {
    @Test
    void on_hand_is_everything_that_lies_there() {
        assertThat(new Counters(1, 20, 300, 4_000, 50_000).onHand()).isEqualTo(54_321);
    }

    @Test
    void counters_add_up_each_for_itself() {
        Counters counters = new Counters(1, 2, 3, 4, 5);
        assertThat(counters.plus(new Counters(10, 20, 30, 40, 50))).isEqualTo(new Counters(11, 22, 33, 44, 55));
        assertThat(counters.plus(new CounterChange(10, 20, 30, 40, -5))).isEqualTo(new Counters(11, 22, 33, 44, 0));
        assertThat(new CounterChange(1, 2, 3, 4, 5).plus(new CounterChange(10, 20, 30, 40, 50)))
                .isEqualTo(new CounterChange(11, 22, 33, 44, 55));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0, 0", "0, -1, 0, 0, 0", "0, 0, -1, 0, 0", "0, 0, 0, -1, 0", "0, 0, 0, 0, -1"})
    void no_counter_is_negative(long available, long reserved, long damaged, long qualityControl, long safety) {
        assertThatThrownBy(() -> new Counters(available, reserved, damaged, qualityControl, safety))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void the_last_unit_goes_and_none_after_it() {
        Counters one = new Counters(1, 0, 0, 0, 0);
        assertThat(one.plus(CounterChange.hold(1))).isEqualTo(new Counters(0, 1, 0, 0, 0));
        assertThat(one.plus(CounterChange.hold(1)).plus(CounterChange.ship(1))).isEqualTo(Counters.NONE);
        assertThatThrownBy(() -> one.plus(CounterChange.hold(2))).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void free_is_what_is_there_less_what_others_wait_for() {
        Stock stock = stock(MUG).at(BERLIN, 3).at(LONDON, 4).waiting(2).told();
        assertThat(stock.available()).isEqualTo(7);
        assertThat(stock.free()).isEqualTo(5);
        assertThat(stock.availableToPromise()).isEqualTo(5);
    }

    @Test
    void where_more_wait_than_is_there_nothing_is_promised() {
        Stock stock = stock(MUG).at(BERLIN, 1).waiting(3).told();
        assertThat(stock.free()).isEqualTo(-2);
        assertThat(stock.availableToPromise()).isZero();
    }

    @Test
    void no_count_of_a_sku_is_negative() {
        assertThatThrownBy(() -> new Stock(MUG, 1, new TreeMap<>(), -1, 0, 0, 0))
                .isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Stock(MUG, 1, new TreeMap<>(), 0, 0, -1, 0))
                .isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Stock(MUG, 1, new TreeMap<>(), 0, 0, 0, -1))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void a_change_is_one_version_and_moves_what_it_says() {
        Stock before = stock(MUG).at(BERLIN, 5).waiting(4).tentative(2).told();
        SkuChange change = new SkuChange(
                MUG,
                new TreeMap<>(Map.of(BERLIN, CounterChange.hold(3), LONDON, CounterChange.available(1))),
                -3,
                1,
                true,
                new LineGuard.Anyone());
        Stock after = before.after(change);
        assertThat(after)
                .isEqualTo(new Stock(
                        MUG,
                        8,
                        new TreeMap<>(Map.of(BERLIN, new Counters(2, 3, 0, 0, 0), LONDON, new Counters(1, 0, 0, 0, 0))),
                        1,
                        4,
                        3,
                        11));
    }

    @Test
    void the_line_has_a_version_of_its_own_that_only_the_line_moves() {
        Stock before = stock(MUG).at(BERLIN, 5).told();
        SkuChange change = new SkuChange(
                MUG, new TreeMap<>(Map.of(BERLIN, CounterChange.hold(1))), 0, 0, false, new LineGuard.NobodyWaits());
        assertThat(before.after(change).lineVersion()).isEqualTo(before.lineVersion());
    }

    @Test
    void a_plan_takes_from_the_shelf_and_lets_the_rest_wait() {
        Shelf shelf = Shelf.of(
                List.of(stock(MUG).at(BERLIN, 5).waiting(1).tentative(2).told()));
        Shelf after = shelf.after(
                List.of(new Allocation(MUG, BERLIN, 2), new Allocation(MUG, BERLIN, 1)), List.of(new Demand(MUG, 4)));
        assertThat(after.of(MUG))
                .isEqualTo(new Stock(MUG, 7, new TreeMap<>(Map.of(BERLIN, new Counters(2, 3, 0, 0, 0))), 5, 3, 2, 11));
        assertThat(shelf.of(MUG).at(BERLIN).available()).isEqualTo(5);
    }

    @Test
    void who_waits_for_a_sku_that_nobody_has_stocked_waits_all_the_same() {
        Shelf after = Shelf.of(List.of()).after(List.of(), List.of(new Demand(TEA, 2)));
        assertThat(after.of(TEA).waiting()).isEqualTo(2);
        assertThat(after.of(TEA).available()).isZero();
        assertThatThrownBy(() -> Shelf.of(List.of()).after(List.of(new Allocation(TEA, BERLIN, 1)), List.of()))
                .isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void a_demand_and_an_allocation_are_for_something() {
        assertThat(new Demand(MUG, 1).units()).isEqualTo(1);
        assertThat(new Allocation(MUG, BERLIN, 1).units()).isEqualTo(1);
        assertThatThrownBy(() -> new Demand(MUG, 0)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new Allocation(MUG, BERLIN, 0)).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void two_lines_of_one_sku_are_one_demand_in_sku_order() {
        assertThat(Demand.addedUp(List.of(new Demand(TEA, 2), new Demand(MUG, 1), new Demand(TEA, 3))))
                .containsExactly(new Demand(MUG, 1), new Demand(TEA, 5));
    }
}
