package dev.holdfast.inventory;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static dev.holdfast.inventory.Stockroom.BERLIN;
import static dev.holdfast.inventory.Stockroom.MUG;
import static dev.holdfast.inventory.Stockroom.TEA;
import static dev.holdfast.inventory.Stockroom.stock;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private static final Demand THREE_MUGS = new Demand(MUG, 3);

    private static Reservation decide(AllocationPolicy policy, List<Demand> demands, Stock... stocks) {
        return Reservation.decide(demands, policy, Shelf.of(List.of(stocks)), Stockroom.berlinFirst());
    }

    private static Reservation whole(Stock... stocks) {
        return decide(ALL_OR_NOTHING, List.of(THREE_MUGS), stocks);
    }

    private static Reservation backorder(Stock... stocks) {
        return decide(BACKORDER, List.of(THREE_MUGS), stocks);
    }

    private static Allocation mugs(long units) {
        return new Allocation(MUG, BERLIN, units);
    }

    @Test
    void the_last_units_are_held() {
        assertThat(whole(stock(MUG).at(BERLIN, 3).told())).isEqualTo(new Reservation.Held(List.of(mugs(3))));
    }

    @Test
    void one_unit_short_is_refused_with_what_was_there() {
        assertThat(whole(stock(MUG).at(BERLIN, 2).told()))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(MUG, 3, 2))));
    }

    @Test
    void a_refusal_names_every_sku_that_falls_short_and_no_other() {
        assertThat(decide(
                        ALL_OR_NOTHING,
                        List.of(THREE_MUGS, new Demand(TEA, 1)),
                        stock(MUG).at(BERLIN, 1).told()))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(MUG, 3, 1), new Shortfall(TEA, 1, 0))));
        assertThat(decide(
                        ALL_OR_NOTHING,
                        List.of(THREE_MUGS, new Demand(TEA, 1)),
                        stock(MUG).at(BERLIN, 3).told()))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(TEA, 1, 0))));
    }

    @Test
    void what_others_wait_for_is_not_promised_to_a_newcomer() {
        assertThat(whole(stock(MUG).at(BERLIN, 5).waiting(3).told()))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(MUG, 3, 2))));
        assertThat(whole(stock(MUG).at(BERLIN, 2).waiting(4).told()))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(MUG, 3, 0))));
    }

    @Test
    void where_there_is_enough_for_all_the_line_is_served_first() {
        assertThat(whole(stock(MUG).at(BERLIN, 6).waiting(3).told())).isEqualTo(new Reservation.LineFirst(Set.of(MUG)));
    }

    @Test
    void short_only_by_what_a_wide_order_may_give_back_is_not_decided_yet() {
        assertThat(whole(stock(MUG).at(BERLIN, 2).tentative(1).told()))
                .isEqualTo(new Reservation.Undecided(Set.of(MUG)));
        assertThat(whole(stock(MUG).at(BERLIN, 2).tentative(2).told()))
                .isEqualTo(new Reservation.Undecided(Set.of(MUG)));
    }

    @Test
    void short_even_when_the_wide_order_gave_everything_back_is_refused() {
        assertThat(whole(stock(MUG).at(BERLIN, 1).tentative(1).told()))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(MUG, 3, 1))));
    }

    @Test
    void a_wide_order_elsewhere_delays_nobody_who_finds_enough() {
        assertThat(whole(stock(MUG).at(BERLIN, 3).tentative(9).told()))
                .isEqualTo(new Reservation.Held(List.of(mugs(3))));
    }

    @Test
    void one_sku_undecided_leaves_the_order_undecided_and_one_short_refuses_it() {
        Stock undecided = stock(MUG).at(BERLIN, 2).tentative(1).told();
        Stock line = stock(TEA).at(BERLIN, 9).waiting(1).told();
        List<Demand> both = List.of(THREE_MUGS, new Demand(TEA, 1));
        assertThat(decide(ALL_OR_NOTHING, both, undecided, line)).isEqualTo(new Reservation.Undecided(Set.of(MUG)));
        assertThat(decide(ALL_OR_NOTHING, both, undecided))
                .isEqualTo(new Reservation.FallsShort(List.of(new Shortfall(TEA, 1, 0))));
    }

    @Test
    void a_backorder_holds_what_is_there_and_waits_for_the_rest() {
        assertThat(backorder(stock(MUG).at(BERLIN, 2).told()))
                .isEqualTo(new Reservation.PartlyHeld(List.of(mugs(2)), List.of(new Demand(MUG, 1))));
    }

    @Test
    void a_backorder_that_finds_everything_waits_for_nothing() {
        assertThat(backorder(stock(MUG).at(BERLIN, 3).told())).isEqualTo(new Reservation.Held(List.of(mugs(3))));
    }

    @Test
    void a_backorder_that_finds_nothing_waits_for_all_of_it() {
        assertThat(backorder()).isEqualTo(new Reservation.PartlyHeld(List.of(), List.of(THREE_MUGS)));
    }

    @Test
    void a_backorder_joins_the_line_when_others_wait_for_all_there_is() {
        assertThat(backorder(stock(MUG).at(BERLIN, 2).waiting(2).told()))
                .isEqualTo(new Reservation.PartlyHeld(List.of(), List.of(THREE_MUGS)));
    }

    @Test
    void a_backorder_lets_the_line_go_first_when_something_is_left_for_it() {
        assertThat(backorder(stock(MUG).at(BERLIN, 3).waiting(2).told()))
                .isEqualTo(new Reservation.LineFirst(Set.of(MUG)));
    }
}
