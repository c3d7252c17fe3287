package dev.holdfast.inventory;

import static dev.holdfast.inventory.Stockroom.BERLIN;
import static dev.holdfast.inventory.Stockroom.LONDON;
import static dev.holdfast.inventory.Stockroom.MUG;
import static dev.holdfast.inventory.Stockroom.PARIS;
import static dev.holdfast.inventory.Stockroom.TEA;
import static dev.holdfast.inventory.Stockroom.stock;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcingTest {
    private static List<Allocation> choose(List<Demand> demands, Stock... stocks) {
        return Stockroom.berlinFirst().choose(demands, Shelf.of(List.of(stocks)));
    }

    private static List<Allocation> threeMugs(Stock... stocks) {
        return choose(List.of(new Demand(MUG, 3)), stocks);
    }

    @Test
    void one_location_that_has_everything_beats_a_nearer_one_that_has_a_part() {
        assertThat(choose(
                        List.of(new Demand(MUG, 1), new Demand(TEA, 1)),
                        stock(MUG).at(BERLIN, 9).at(LONDON, 1).told(),
                        stock(TEA).at(LONDON, 1).told()))
                .containsExactly(new Allocation(MUG, LONDON, 1), new Allocation(TEA, LONDON, 1));
    }

    @Test
    void without_one_for_everything_each_sku_comes_whole_from_one_location() {
        assertThat(choose(
                        List.of(new Demand(MUG, 3), new Demand(TEA, 1)),
                        stock(MUG).at(BERLIN, 2).at(LONDON, 3).told(),
                        stock(TEA).at(BERLIN, 1).told()))
                .containsExactly(new Allocation(MUG, LONDON, 3), new Allocation(TEA, BERLIN, 1));
    }

    @Test
    void a_location_with_exactly_enough_is_enough() {
        assertThat(threeMugs(stock(MUG).at(BERLIN, 3).at(LONDON, 9).told()))
                .containsExactly(new Allocation(MUG, BERLIN, 3));
    }

    @Test
    void where_none_has_it_all_several_give_what_they_have_in_turn() {
        assertThat(threeMugs(stock(MUG).at(BERLIN, 2).at(LONDON, 2).told()))
                .containsExactly(new Allocation(MUG, BERLIN, 2), new Allocation(MUG, LONDON, 1));
    }

    @Test
    void an_empty_shelf_gives_nothing() {
        assertThat(threeMugs(stock(MUG).at(BERLIN, 0).at(LONDON, 2).at(PARIS, 1).told()))
                .containsExactly(new Allocation(MUG, LONDON, 2), new Allocation(MUG, PARIS, 1));
    }

    @Test
    void where_all_together_have_too_little_they_give_what_there_is() {
        assertThat(threeMugs(stock(MUG).at(BERLIN, 1).at(LONDON, 1).told()))
                .containsExactly(new Allocation(MUG, BERLIN, 1), new Allocation(MUG, LONDON, 1));
        assertThat(threeMugs()).isEmpty();
    }

    @Test
    void the_lower_priority_number_goes_first_then_the_name_and_a_location_without_one_last() {
        Stock everywhere = stock(MUG).at(BERLIN, 3).at(LONDON, 3).at(PARIS, 3).told();
        Shelf shelf = Shelf.of(List.of(everywhere));
        List<Demand> mugs = List.of(new Demand(MUG, 3));
        assertThat(new Sourcing(Map.of(BERLIN, 9, LONDON, 2, PARIS, 5)).choose(mugs, shelf))
                .containsExactly(new Allocation(MUG, LONDON, 3));
        assertThat(new Sourcing(Map.of(LONDON, 2, PARIS, 2)).choose(mugs, shelf))
                .containsExactly(new Allocation(MUG, LONDON, 3));
        assertThat(new Sourcing(Map.of(PARIS, 1_000)).choose(mugs, shelf))
                .containsExactly(new Allocation(MUG, PARIS, 3));
    }
}
