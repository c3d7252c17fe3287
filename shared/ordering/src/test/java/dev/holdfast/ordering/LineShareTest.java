package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static dev.holdfast.ordering.World.BERLIN;
import static dev.holdfast.ordering.World.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.OrderId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each line of an order got of what its SKU got. */
class LineShareTest {
    private final World world = new World();

    @AfterEach
    void the_world_holds_together() {
        world.holdsTogether();
    }

    private List<LineShare> shares(OrderId order) {
        return LineShare.of(world.order(order));
    }

    private static void share(LineShare share, long allocated, long backordered, long shipped, long cancelled) {
        assertThat(List.of(share.allocated(), share.backordered(), share.shipped(), share.cancelled()))
                .as(
                        "allocated, backordered, shipped, cancelled of line %s",
                        share.line().number())
                .containsExactly(allocated, backordered, shipped, cancelled);
    }

    @Test
    void the_lower_line_is_served_first_and_the_next_takes_what_is_left() {
        world.stock("MUG", BERLIN, 3).stock("MUG", LONDON, 4);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "5", "MUG", "2");
        world.reserve(order);
        List<LineShare> shares = shares(order);
        share(shares.getFirst(), 5, 0, 0, 0);
        share(shares.getLast(), 2, 0, 0, 0);
        assertThat(shares.getFirst().from()).isEqualTo(Map.of(BERLIN, 3L, LONDON, 2L));
        assertThat(shares.getLast().from()).isEqualTo(Map.of(LONDON, 2L));
    }

    @Test
    void what_is_missing_waits_and_the_lower_line_waits_for_less() {
        world.stock("MUG", BERLIN, 3).stock("TEA", BERLIN, 1);
        OrderId order = world.place(BACKORDER, "MUG", "5", "MUG", "2", "TEA", "1");
        world.reserve(order);
        List<LineShare> shares = shares(order);
        share(shares.getFirst(), 3, 2, 0, 0);
        share(shares.get(1), 0, 2, 0, 0);
        share(shares.getLast(), 1, 0, 0, 0);
        assertThat(shares.get(1).from()).isEmpty();
    }

    @Test
    void what_one_line_took_the_next_does_not_get() {
        world.stock("MUG", BERLIN, 4);
        OrderId order = world.place(BACKORDER, "MUG", "3", "MUG", "2");
        world.reserve(order);
        List<LineShare> shares = shares(order);
        share(shares.getFirst(), 3, 0, 0, 0);
        share(shares.getLast(), 1, 1, 0, 0);
    }

    @Test
    void an_order_that_is_not_decided_got_nothing_yet() {
        OrderId order = world.place(BACKORDER, "MUG", "5");
        share(shares(order).getFirst(), 0, 0, 0, 0);
    }

    @Test
    void what_has_left_is_shipped_and_the_rest_still_allocated() {
        world.stock("MUG", BERLIN, 3).stock("MUG", LONDON, 4);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "5");
        world.reserve(order);
        world.ask().dispatch(order, LONDON, new Shipment.Dispatch("DHL", "1"), world.now, World.WORKER);
        share(shares(order).getFirst(), 3, 0, 2, 0);
    }

    @Test
    void what_was_cancelled_never_comes() {
        world.stock("MUG", BERLIN, 3);
        OrderId order = world.place(BACKORDER, "MUG", "5");
        world.reserve(order);
        world.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
        share(shares(order).getFirst(), 0, 0, 0, 5);
    }

    @Test
    void a_cancellation_under_way_still_shows_what_is_held() {
        world.stock("MUG", BERLIN, 3);
        OrderId order = world.place(BACKORDER, "MUG", "5");
        world.reserve(order);
        Order cancelling = world.order(order)
                .after(
                        List.of(new OrderEvent.CancellationRequested(Cancellation.ours("CHANGED_MIND"))),
                        world.now,
                        World.WORKER);
        share(LineShare.of(cancelling).getFirst(), 3, 2, 0, 0);
    }
}
