package dev.holdfast.inventory;

import static dev.holdfast.inventory.Stockroom.BERLIN;
import static dev.holdfast.inventory.Stockroom.LONDON;
import static dev.holdfast.inventory.Stockroom.MUG;
import static dev.holdfast.inventory.Stockroom.TEA;
import static dev.holdfast.inventory.Stockroom.place;
import static dev.holdfast.inventory.Stockroom.stock;
import static dev.holdfast.inventory.Stockroom.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Invariant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineServiceTest {
    private static List<LineService> serve(Stock stock, WaitingDemand... front) {
        return LineService.serve(stock, List.of(front), Stockroom.berlinFirst());
    }

    @Test
    void the_first_in_line_is_served_and_leaves() {
        List<LineService> served = serve(stock(MUG).at(BERLIN, 5).told(), waits(1, 2));
        assertThat(served).containsExactly(new LineService(waits(1, 2), List.of(new Allocation(MUG, BERLIN, 2))));
        assertThat(served.getFirst().units()).isEqualTo(2);
        assertThat(served.getFirst().move()).isEqualTo(new LineMove.Leave(waits(1, 2)));
    }

    @Test
    void who_is_served_in_part_keeps_the_place_and_nobody_overtakes() {
        List<LineService> served =
                serve(stock(MUG).at(BERLIN, 1).at(LONDON, 2).told(), waits(1, 2), waits(2, 5), waits(3, 1));
        assertThat(served)
                .containsExactly(
                        new LineService(waits(1, 2), List.of(new Allocation(MUG, LONDON, 2))),
                        new LineService(waits(2, 5), List.of(new Allocation(MUG, BERLIN, 1))));
        assertThat(served.getLast().move()).isEqualTo(new LineMove.Advance(waits(2, 5), 4));
    }

    @Test
    void one_is_served_from_several_shelves() {
        List<LineService> served = serve(stock(MUG).at(BERLIN, 1).at(LONDON, 2).told(), waits(1, 3));
        assertThat(served.getFirst().units()).isEqualTo(3);
        assertThat(served.getFirst().allocations())
                .containsExactly(new Allocation(MUG, BERLIN, 1), new Allocation(MUG, LONDON, 2));
        assertThat(served.getFirst().move()).isEqualTo(new LineMove.Leave(waits(1, 3)));
    }

    @Test
    void an_empty_shelf_serves_nobody() {
        assertThat(serve(stock(MUG).at(BERLIN, 0).told(), waits(1, 1))).isEmpty();
    }

    @Test
    void every_move_is_at_its_own_place() {
        assertThat(new LineMove.Join(waits(1, 2)).place()).isEqualTo(place(MUG, 1));
        assertThat(new LineMove.Advance(waits(2, 2), 1).place()).isEqualTo(place(MUG, 2));
        assertThat(new LineMove.Leave(waits(3, 2)).place()).isEqualTo(place(MUG, 3));
    }

    @Test
    void who_advances_waits_for_less_and_not_for_nothing() {
        assertThat(new LineMove.Advance(waits(1, 3), 2).unitsLeft()).isEqualTo(2);
        assertThatThrownBy(() -> new LineMove.Advance(waits(1, 3), 3)).isInstanceOf(Invariant.Broken.class);
        assertThatThrownBy(() -> new LineMove.Advance(waits(1, 3), 0)).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void who_stands_in_line_waits_for_something() {
        assertThat(waits(1, 1).units()).isEqualTo(1);
        assertThatThrownBy(() -> waits(1, 0)).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void the_line_goes_by_acceptance_and_then_by_order_within_a_sku() {
        LinePlace first = place(MUG, 1);
        LinePlace second = place(MUG, 2);
        LinePlace together = new LinePlace(MUG, first.acceptedAt(), second.order());
        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(place(TEA, 1));
        assertThat(first.compareTo(together)).isEqualTo(first.order().compareTo(second.order()));
        assertThat(first).isEqualByComparingTo(place(MUG, 1));
    }
}
