package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static dev.holdfast.ordering.World.BERLIN;
import static dev.holdfast.ordering.World.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.application.StockWork;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReservationTest {
    private final World world = new World();

    @AfterEach
    void the_world_holds_together() {
        world.holdsTogether();
    }

    @Test
    void holds_the_order_when_everything_is_there() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "3");
        world.reserve(order);
        assertThat(status(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.stock("MUG").available()).isEqualTo(2);
    }

    @Test
    void refuses_the_order_when_the_last_unit_is_held() {
        world.stock("MUG", BERLIN, 1);
        OrderId first = world.place(ALL_OR_NOTHING, "MUG", "1");
        OrderId second = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.reserve(first);
        world.reserve(second);
        assertThat(status(first)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.order(second).state().stage())
                .isEqualTo(new Stage.Rejected(List.of(new Shortfall(new Sku("MUG"), 1, 0))));
    }

    @Test
    void adds_up_two_lines_of_one_sku_before_it_looks_at_stock() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "3", "MUG", "3");
        world.reserve(order);
        assertThat(status(order)).isEqualTo(OrderStatus.REJECTED);
        assertThat(world.stock("MUG").available()).isEqualTo(5);
    }

    @Test
    void takes_from_each_location_its_own_quantity_when_none_has_it_all() {
        world.stock("MUG", BERLIN, 10).stock("MUG", LONDON, 15);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "13", "MUG", "7");
        world.reserve(order);
        assertThat(world.order(order).allHeld())
                .extracting(Held::allocation)
                .containsExactly(
                        new Allocation(new Sku("MUG"), BERLIN, 10), new Allocation(new Sku("MUG"), LONDON, 10));
        assertThat(world.order(order).state().shipments()).containsOnlyKeys(BERLIN, LONDON);
    }

    @Test
    void prefers_the_one_location_that_has_everything() {
        world.stock("MUG", BERLIN, 5).stock("MUG", LONDON, 5).stock("TEA", LONDON, 5);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "1", "TEA", "1");
        world.reserve(order);
        assertThat(world.order(order).state().shipments()).containsOnlyKeys(LONDON);
    }

    @Test
    void holds_a_batch_in_one_commit() {
        world.stock("MUG", BERLIN, 10);
        OrderId[] orders = {
            world.place(ALL_OR_NOTHING, "MUG", "1"),
            world.place(ALL_OR_NOTHING, "MUG", "2"),
            world.place(ALL_OR_NOTHING, "MUG", "3")
        };
        world.reserve(orders);
        assertThat(world.commits).isEqualTo(1);
        assertThat(world.journal)
                .singleElement()
                .satisfies(entry -> assertThat(entry.causes()).hasSize(3));
    }

    @Test
    void serves_a_batch_in_order_of_acceptance() {
        world.stock("MUG", BERLIN, 4);
        OrderId first = world.place(ALL_OR_NOTHING, "MUG", "3");
        OrderId second = world.place(ALL_OR_NOTHING, "MUG", "3");
        OrderId third = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.reserve(third, second, first);
        assertThat(status(first)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(status(second)).isEqualTo(OrderStatus.REJECTED);
        assertThat(status(third)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void decides_again_when_somebody_else_was_first() {
        world.stock("MUG", BERLIN, 1);
        OrderId ours = world.place(ALL_OR_NOTHING, "MUG", "1");
        OrderId theirs = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.beforeNextCommit(() -> world.reserve(theirs));
        world.reserve(ours);
        assertThat(status(theirs)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(status(ours)).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void does_not_refuse_an_order_for_stock_that_was_only_planned_for_another() {
        world.stock("MUG", BERLIN, 1);
        OrderId first = world.place(ALL_OR_NOTHING, "MUG", "1");
        OrderId second = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.beforeNextCommit(
                () -> world.ask().cancel(first, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER));
        world.reserve(first, second);
        assertThat(status(first)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(status(second)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_lost_answer_leaves_one_effect() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "2");
        world.nextCommits(new CommitOutcome.Unknown());
        world.reserve(order);
        assertThat(world.stock("MUG").available()).isEqualTo(3);
        assertThat(world.journal).hasSize(1);
    }

    @Test
    void contention_is_met_with_smaller_groups() {
        world.stock("MUG", BERLIN, 5);
        OrderId first = world.place(ALL_OR_NOTHING, "MUG", "1");
        OrderId second = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.nextCommits(new CommitOutcome.Contended());
        world.reserve(first, second);
        assertThat(world.journal).hasSize(2);
        assertThat(world.stock("MUG").available()).isEqualTo(3);
    }

    @Test
    void a_message_delivered_twice_does_nothing_the_second_time() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "2");
        world.reserve(order);
        world.reserve(order);
        assertThat(world.commits).isEqualTo(1);
    }

    @Test
    void a_backorder_holds_what_is_there_and_waits_for_the_rest() {
        world.stock("MUG", BERLIN, 2);
        OrderId order = world.place(BACKORDER, "MUG", "5");
        world.reserve(order);
        assertThat(status(order)).isEqualTo(OrderStatus.BACKORDERED);
        assertThat(world.stock("MUG").waiting()).isEqualTo(3);
        world.stock("MUG", BERLIN, 10);
        world.serveLine("MUG");
        assertThat(status(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.stock("MUG").available()).isEqualTo(7);
    }

    @Test
    void stock_that_arrives_goes_to_the_first_in_line_in_part_if_need_be() {
        world.stock("MUG", BERLIN, 0);
        OrderId first = world.place(BACKORDER, "MUG", "5");
        OrderId second = world.place(BACKORDER, "MUG", "1");
        world.reserve(first, second);
        world.stock("MUG", BERLIN, 3);
        world.serveLine("MUG");
        assertThat(world.order(first).allHeld()).hasSize(1);
        assertThat(world.order(second).allHeld()).isEmpty();
        assertThat(status(first)).isEqualTo(OrderStatus.BACKORDERED);
    }

    @Test
    void an_order_that_cannot_be_read_comes_again_and_its_neighbours_go_on() {
        world.stock("MUG", BERLIN, 2);
        OrderId broken = world.place(ALL_OR_NOTHING, "MUG", "1");
        OrderId whole = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.damaged.add(broken);
        StockWork.Again again = world.reserve(broken, whole);
        assertThat(status(whole)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(again.orders()).containsExactly(broken);
    }

    @Test
    void nobody_overtakes_an_order_in_line_that_cannot_be_read_and_other_lines_go_on() {
        world.stock("MUG", BERLIN, 0);
        world.stock("CUP", BERLIN, 0);
        OrderId broken = world.place(BACKORDER, "MUG", "1");
        OrderId behind = world.place(BACKORDER, "MUG", "1", "CUP", "1");
        world.reserve(broken, behind);
        world.stock("MUG", BERLIN, 2).stock("CUP", BERLIN, 1);
        world.damaged.add(broken);
        StockWork.Again again = world.serveLine("MUG", "CUP");
        assertThat(again.lines()).containsExactly(new Sku("MUG"));
        assertThat(world.stock("MUG").available()).isEqualTo(2);
        assertThat(world.stock("CUP").available()).isZero();
        world.damaged.clear();
        world.serveLine("MUG");
        assertThat(status(broken)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(status(behind)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_newcomer_does_not_overtake_whoever_waits() {
        world.stock("MUG", BERLIN, 0);
        OrderId waits = world.place(BACKORDER, "MUG", "2");
        world.reserve(waits);
        world.stock("MUG", BERLIN, 3);
        OrderId newcomer = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.reserve(newcomer);
        assertThat(status(waits)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(status(newcomer)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.stock("MUG").available()).isZero();
    }

    @Test
    void a_newcomer_is_refused_when_the_line_takes_what_is_there() {
        world.stock("MUG", BERLIN, 0);
        OrderId waits = world.place(BACKORDER, "MUG", "3");
        world.reserve(waits);
        world.stock("MUG", BERLIN, 3);
        OrderId newcomer = world.place(ALL_OR_NOTHING, "MUG", "1");
        world.reserve(newcomer);
        assertThat(status(newcomer)).isEqualTo(OrderStatus.REJECTED);
        world.serveLine("MUG");
        assertThat(status(waits)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_cancelled_backorder_leaves_the_line_and_gives_back_what_it_holds() {
        world.stock("MUG", BERLIN, 2);
        OrderId order = world.place(BACKORDER, "MUG", "5");
        world.reserve(order);
        world.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
        assertThat(status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.stock("MUG").available()).isEqualTo(2);
        assertThat(world.line).isEmpty();
    }

    private OrderStatus status(OrderId order) {
        return world.order(order).state().status();
    }
}
