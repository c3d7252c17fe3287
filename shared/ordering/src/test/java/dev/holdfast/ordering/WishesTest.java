package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.ordering.World.BERLIN;
import static dev.holdfast.ordering.World.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.application.Answer;
import dev.holdfast.ordering.domain.Wishes;
import java.util.List;
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
    void an_order_with_one_parcel_gone_is_not_cancelled() {
        world.stock("MUG", BERLIN, 1).stock("TEA", LONDON, 1);
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "1", "TEA", "1");
        world.reserve(order);
        dispatch(order, BY_DHL);
        refused(cancel(order, WISH), Decision.Refusal.STATE);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_confirmed_order_is_cancelled_and_gives_its_goods_back() {
        OrderId order = confirmed();
        assertThat(cancel(order, WISH)).isInstanceOf(Answer.Done.class);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.stock("MUG").available()).isEqualTo(5);
        refused(dispatch(order, BY_DHL), Decision.Refusal.STATE);
    }

    @Test
    void who_waits_may_give_up() {
        world.stock("MUG", BERLIN, 0);
        OrderId order = world.place(AllocationPolicy.BACKORDER, "MUG", "2");
        world.reserve(order);
        assertThat(cancel(order, WISH)).isInstanceOf(Answer.Done.class);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void a_reserved_order_that_is_not_charged_yet_is_cancelled() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.SANDBOX, "MUG", "2");
        world.reserve(order);
        assertThat(cancel(order, WISH)).isInstanceOf(Answer.Done.class);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void a_rejected_order_is_past_cancelling() {
        OrderId order = world.place(ALL_OR_NOTHING, "MUG", "2");
        world.reserve(order);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.REJECTED);
        refused(cancel(order, WISH), Decision.Refusal.STATE);
    }

    private Answer deliver(OrderId order) {
        return world.ask().deliver(order, BERLIN, world.now, world.now, World.WORKER);
    }

    @Test
    void only_a_parcel_that_has_left_arrives_and_it_arrives_once() {
        OrderId order = confirmed();
        refused(deliver(order), Decision.Refusal.STATE);
        refused(world.ask().deliver(order, LONDON, world.now, world.now, World.WORKER), Decision.Refusal.STATE);
        dispatch(order, BY_DHL);
        assertThat(deliver(order)).isInstanceOf(Answer.Done.class);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(deliver(order)).isInstanceOf(Answer.Replayed.class);
        refused(
                world.ask().deliver(order, BERLIN, world.now.plusSeconds(1), world.now, World.WORKER),
                Decision.Refusal.KEY_REUSED);
        assertThat(dispatch(order, BY_DHL)).isInstanceOf(Answer.Replayed.class);
        refused(cancel(order, WISH), Decision.Refusal.STATE);
    }

    @Test
    void nothing_is_dispatched_from_where_nothing_lies() {
        OrderId order = confirmed();
        refused(world.ask().dispatch(order, LONDON, BY_DHL, world.now, World.WORKER), Decision.Refusal.STATE);
        OrderId placed = world.place(ALL_OR_NOTHING, "MUG", "1");
        refused(dispatch(placed, BY_DHL), Decision.Refusal.STATE);
    }

    @Test
    void only_an_order_in_review_is_reviewed() {
        ReviewDecision approve = new ReviewDecision(ReviewDecision.Verdict.APPROVE, "fine");
        refused(world.ask().review(confirmed(), approve, world.now, World.WORKER), Decision.Refusal.STATE);
    }

    private Order inReview() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.SANDBOX, "MUG", "2");
        world.reserve(order);
        return world.order(order)
                .after(
                        List.of(new OrderEvent.AuthorisationStarted(), new OrderEvent.Authorised(150)),
                        world.now,
                        World.WORKER);
    }

    @Test
    void a_review_may_be_ended_by_a_cancellation() {
        assertThat(Wishes.cancel(inReview(), WISH))
                .isEqualTo(new Decision.Change(List.of(new OrderEvent.CancellationRequested(WISH))));
    }

    @Test
    void a_review_is_decided_once() {
        ReviewDecision approve = new ReviewDecision(ReviewDecision.Verdict.APPROVE, "fine");
        ReviewDecision cancel = new ReviewDecision(ReviewDecision.Verdict.CANCEL, "no");
        Order review = inReview();
        assertThat(Wishes.review(review, approve))
                .isEqualTo(new Decision.Change(List.of(new OrderEvent.Reviewed(approve))));
        Order approved = review.after(List.of(new OrderEvent.Reviewed(approve)), world.now, World.WORKER);
        assertThat(Wishes.review(approved, approve)).isEqualTo(new Decision.Replay());
        assertThat(Wishes.review(approved, cancel)).isEqualTo(new Decision.Refused(Decision.Refusal.KEY_REUSED));
    }

    @Test
    void a_wide_order_that_is_being_rejected_dispatched_or_cancelled_takes_no_other_wish() {
        Order placed = world.order(world.place(ALL_OR_NOTHING, "MUG", "2"));
        Order rejecting = placed.after(
                List.of(
                        new OrderEvent.ChunkHeld(List.of(new Allocation(new Sku("MUG"), BERLIN, 2))),
                        new OrderEvent.FellShort(List.of())),
                world.now,
                World.WORKER);
        assertThat(Wishes.cancel(rejecting, WISH)).isEqualTo(new Decision.Refused(Decision.Refusal.STATE));
        Order confirmed = world.order(confirmed());
        Order dispatching =
                confirmed.after(List.of(new OrderEvent.DispatchStarted(BERLIN, BY_DHL)), world.now, World.WORKER);
        assertThat(Wishes.deliver(dispatching, BERLIN, world.now))
                .isEqualTo(new Decision.Refused(Decision.Refusal.STATE));
        assertThat(Wishes.dispatch(dispatching, BERLIN, BY_DHL)).isEqualTo(new Decision.Replay());
        Order cancelling =
                confirmed.after(List.of(new OrderEvent.CancellationRequested(WISH)), world.now, World.WORKER);
        assertThat(Wishes.cancel(cancelling, WISH)).isEqualTo(new Decision.Replay());
        assertThat(Wishes.deliver(cancelling, BERLIN, world.now))
                .isEqualTo(new Decision.Refused(Decision.Refusal.STATE));
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
