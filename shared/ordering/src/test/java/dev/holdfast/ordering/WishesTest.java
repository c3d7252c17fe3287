package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.ordering.World.BERLIN;
import static dev.holdfast.ordering.World.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.application.Answer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WishesTest {
    private static final Shipment.Dispatch BY_DHL = new Shipment.Dispatch("DHL", "1");
    private static final Cancellation WISH = new Cancellation(Optional.of("R1"), "changed my mind");

    private final World world = new World();

    @AfterEach
    void the_world_holds_together() {
        world.holdsTogether();
    }

    private OrderId confirmed() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "2");
        world.reserve(order);
        return order;
    }

    private Answer cancel(OrderId order, Cancellation wish) {
        return world.ask().cancel(order, wish, world.now, World.WORKER);
    }

    private Answer dispatch(OrderId order, Shipment.Dispatch dispatch) {
        return world.ask().dispatch(order, BERLIN, dispatch, world.now, World.WORKER);
    }

    private static void refused(Answer answer, Decision.Refusal why) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(why));
    }

    @Test
    void a_placed_order_is_cancelled_at_once() {
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "2");
        assertThat(cancel(order, WISH)).isInstanceOf(Answer.Done.class);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void the_same_cancellation_again_is_a_replay_and_another_is_not() {
        OrderId order = confirmed();
        assertThat(cancel(order, WISH)).isInstanceOf(Answer.Done.class);
        assertThat(cancel(order, WISH)).isInstanceOf(Answer.Replayed.class);
        refused(cancel(order, new Cancellation(Optional.of("R1"), "other words")), Decision.Refusal.KEY_REUSED);
        refused(cancel(order, new Cancellation(Optional.of("R2"), "again")), Decision.Refusal.STATE);
    }

    @Test
    void what_has_left_is_not_cancelled() {
        OrderId order = confirmed();
        dispatch(order, BY_DHL);
        refused(cancel(order, WISH), Decision.Refusal.STATE);
    }

    @Test
    void a_dispatch_is_known_again_by_its_tracking_number() {
        OrderId order = confirmed();
        assertThat(dispatch(order, BY_DHL)).isInstanceOf(Answer.Done.class);
        assertThat(dispatch(order, BY_DHL)).isInstanceOf(Answer.Replayed.class);
        refused(dispatch(order, new Shipment.Dispatch("DHL", "2")), Decision.Refusal.KEY_REUSED);
        assertThat(world.stock("MUG").totals().onHand()).isEqualTo(3);
    }

    @Test
    void a_dispatch_whose_answer_was_lost_is_ours_when_it_is_found_done() {
        OrderId order = confirmed();
        world.nextCommits(new CommitOutcome.Unknown());
        assertThat(dispatch(order, BY_DHL)).isInstanceOf(Answer.Done.class);
        assertThat(world.stock("MUG").totals().onHand()).isEqualTo(3);
    }

    @Test
    void an_order_of_two_parcels_is_shipped_when_both_have_left_and_delivered_when_both_arrived() {
        world.stock("MUG", BERLIN, 1).stock("TEA", LONDON, 1);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "1", "TEA", "1");
        world.reserve(order);
        dispatch(order, BY_DHL);
        assertThat(world.order(order).state().fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
        world.ask().dispatch(order, LONDON, BY_DHL, world.now, World.WORKER);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.SHIPPED);
        world.ask().deliver(order, BERLIN, world.now, world.now, World.WORKER);
        world.ask().deliver(order, LONDON, world.now, world.now, World.WORKER);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(world.order(order).state().due()).isEmpty();
    }

    @Test
    void asking_gives_up_when_others_are_always_at_it() {
        OrderId order = confirmed();
        CommitOutcome busy = new CommitOutcome.Contended();
        world.nextCommits(busy, busy, busy, busy, busy, busy);
        assertThat(dispatch(order, BY_DHL)).isInstanceOf(Answer.Busy.class);
        assertThat(world.stock("MUG").totals().onHand()).isEqualTo(5);
    }
}
