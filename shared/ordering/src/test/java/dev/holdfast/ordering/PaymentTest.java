package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.ordering.World.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.application.Answer;
import dev.holdfast.ordering.application.ProcessPayment;
import dev.holdfast.ordering.domain.PaymentStep;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PaymentTest {
    private final World world = new World();
    private final Provider provider = new Provider();

    /** Remembers each intent once; its next answers can be told. */
    private static final class Provider implements PaymentProvider {
        final Map<String, Answer> memory = new HashMap<>();
        final List<String> effects = new ArrayList<>();
        final List<Answer> next = new ArrayList<>();
        Runnable during = () -> {};

        @Override
        public Answer authorise(OrderId order, long minor, String currency, String token) {
            return act(order, Intent.AUTHORISE, minor);
        }

        @Override
        public Answer capture(OrderId order, long minor) {
            return act(order, Intent.CAPTURE, minor);
        }

        @Override
        public Answer voidAuthorisation(OrderId order, long minor) {
            return act(order, Intent.VOID, minor);
        }

        private Answer act(OrderId order, Intent intent, long minor) {
            Runnable meanwhile = during;
            during = () -> {};
            meanwhile.run();
            Answer told = next.isEmpty() ? new Answer.Approved(minor) : next.removeFirst();
            if (told instanceof Answer.Unavailable) {
                return told;
            }
            Answer real = told instanceof Answer.Unknown ? new Answer.Approved(minor) : told;
            if (intent == Intent.VOID) {
                memory.putIfAbsent(order + "/" + Intent.AUTHORISE, new Answer.Declined());
            }
            if (memory.putIfAbsent(order + "/" + intent, real) == null) {
                effects.add(intent.name());
            }
            return told instanceof Answer.Unknown ? told : memory.getOrDefault(order + "/" + intent, real);
        }

        @Override
        public Lookup lookUp(OrderId order, Intent intent) {
            Answer known = memory.get(order + "/" + intent);
            return known == null ? new Lookup.NotFound() : new Lookup.Found(known);
        }
    }

    @AfterEach
    void the_world_holds_together() {
        world.holdsTogether();
    }

    private OrderId reserved() {
        world.stock("MUG", BERLIN, 5);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.SANDBOX, "MUG", "2");
        world.reserve(order);
        return order;
    }

    private void pay(OrderId order) {
        new ProcessPayment(world, provider, _ -> {}, World.WORKER).run(order, world.now, Deadline.NONE);
    }

    private OrderState state(OrderId order) {
        return world.order(order).state();
    }

    @Test
    void goods_are_held_before_anybody_is_charged() {
        OrderId order = reserved();
        assertThat(state(order).status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(provider.effects).isEmpty();
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(state(order).payment()).isEqualTo(new Payment.Authorised(200));
    }

    @Test
    void a_declined_payment_cancels_the_order_and_gives_the_goods_back() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Declined());
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLING);
        world.reserve(order);
        assertThat(state(order).stage())
                .isEqualTo(new Stage.Cancelled(Cancellation.ours(Cancellation.PAYMENT_DECLINED)));
        assertThat(world.stock("MUG").available()).isEqualTo(5);
    }

    @Test
    void an_answer_that_is_lost_is_looked_up_and_authorised_once() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Unknown());
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(provider.effects).containsExactly("AUTHORISE");
    }

    @Test
    void a_provider_that_is_away_leaves_the_order_reserved_and_is_asked_again() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Unavailable());
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(state(order).payment()).isEqualTo(new Payment.Pending(1));
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void after_thirty_minutes_without_a_provider_the_order_is_cancelled() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Unavailable());
        pay(order);
        assertThat(Overdue.decide(state(order), world.now.plusSeconds(30 * 60 - 1)))
                .isEqualTo(new Overdue.Requeue(java.util.Set.of(Work.PAYMENT)));
        assertThat(Overdue.decide(state(order), world.now.plusSeconds(30 * 60)))
                .isEqualTo(new Overdue.Cancel(Cancellation.PAYMENT_UNAVAILABLE));
    }

    @Test
    void the_wrong_amount_puts_the_order_in_review_with_its_goods_held() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Approved(150));
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.REVIEW);
        assertThat(world.stock("MUG").available()).isEqualTo(3);
        assertThat(world.ask()
                        .review(
                                order,
                                new ReviewDecision(ReviewDecision.Verdict.APPROVE, "fine"),
                                world.now,
                                World.WORKER))
                .isInstanceOf(Answer.Done.class);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_review_that_says_no_voids_what_was_authorised() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Approved(150));
        pay(order);
        world.ask().review(order, new ReviewDecision(ReviewDecision.Verdict.CANCEL, "no"), world.now, World.WORKER);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLING);
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(state(order).payment()).isEqualTo(new Payment.Voided(150));
    }

    @Test
    void is_captured_once_when_all_goods_have_left() {
        OrderId order = reserved();
        pay(order);
        world.ask().dispatch(order, BERLIN, new Shipment.Dispatch("DHL", "1"), world.now, World.WORKER);
        pay(order);
        pay(order);
        assertThat(state(order).payment()).isEqualTo(new Payment.Captured(200));
        assertThat(provider.effects).containsExactly("AUTHORISE", "CAPTURE");
    }

    @Test
    void a_cancellation_while_the_provider_is_asked_ends_voided_and_never_captured() {
        OrderId order = reserved();
        provider.during = () -> world.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(provider.effects).containsExactly("AUTHORISE", "VOID");
        assertThat(world.stock("MUG").available()).isEqualTo(5);
    }

    @Test
    void an_order_whose_provider_was_away_is_not_cancelled_without_a_void() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Unavailable());
        pay(order);
        world.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(Work.pending(state(order))).containsExactly(Work.PAYMENT);
        assertThat(world.stock("MUG").available()).isEqualTo(5);
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(state(order).payment()).isEqualTo(new Payment.Voided(0));
    }

    @Test
    void an_authorisation_that_is_still_under_way_when_its_order_has_ended_keeps_no_money() {
        OrderId order = reserved();
        provider.during = () -> {
            // Another handler on the same message finds the provider away, and the customer does not wait.
            provider.next.add(new PaymentProvider.Answer.Unavailable());
            pay(order);
            world.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
            pay(order);
        };
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(provider.effects).containsExactly("VOID");
        assertThat(provider.memory.get(order + "/AUTHORISE")).isEqualTo(new PaymentProvider.Answer.Declined());
    }

    @Test
    void nothing_is_asked_of_the_provider_before_the_goods_are_held_or_after_all_is_settled() {
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.SANDBOX, "MUG", "2");
        assertThat(PaymentStep.next(state(order))).isEqualTo(new PaymentStep.None());
        world.stock("MUG", BERLIN, 5);
        world.reserve(order);
        assertThat(PaymentStep.next(state(order)))
                .isEqualTo(new PaymentStep.Fence(new OrderEvent.AuthorisationStarted()));
        pay(order);
        assertThat(PaymentStep.next(state(order))).isEqualTo(new PaymentStep.None());
    }

    @Test
    void what_has_arrived_is_captured_even_when_nobody_asked_before() {
        OrderId order = reserved();
        pay(order);
        world.ask().dispatch(order, BERLIN, new Shipment.Dispatch("DHL", "1"), world.now, World.WORKER);
        world.ask().deliver(order, BERLIN, world.now, world.now, World.WORKER);
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(state(order).payment()).isEqualTo(new Payment.Captured(200));
    }

    @Test
    void a_wrong_amount_is_left_alone_until_somebody_decides() {
        OrderId order = reserved();
        provider.next.add(new PaymentProvider.Answer.Approved(150));
        pay(order);
        assertThat(PaymentStep.next(state(order))).isEqualTo(new PaymentStep.None());
        pay(order);
        assertThat(provider.effects).containsExactly("AUTHORISE");
    }

    @Test
    void a_void_is_asked_for_until_there_is_an_answer() {
        assertThat(PaymentStep.outcome(PaymentProvider.Intent.VOID, new PaymentProvider.Answer.Unavailable()))
                .isEmpty();
        assertThat(PaymentStep.outcome(PaymentProvider.Intent.VOID, new PaymentProvider.Answer.Unknown()))
                .isEmpty();
    }

    @Test
    void an_order_whose_authorisation_the_provider_keeps_ends_and_somebody_may_look_at_the_payment() {
        OrderId order = reserved();
        pay(order);
        world.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
        provider.next.add(new PaymentProvider.Answer.Declined());
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(state(order).payment()).isEqualTo(new Payment.VoidDeclined(200));
        assertThat(state(order).payment().status()).isEqualTo(PaymentStatus.REVIEW);
        assertThat(state(order).due()).isEmpty();
        assertThat(Work.pending(state(order))).isEmpty();
        pay(order);
        assertThat(provider.effects).containsExactly("AUTHORISE", "VOID");
    }

    @Test
    void a_capture_while_the_provider_is_away_is_asked_for_again() {
        OrderId order = reserved();
        pay(order);
        world.ask().dispatch(order, BERLIN, new Shipment.Dispatch("DHL", "1"), world.now, World.WORKER);
        provider.next.add(new PaymentProvider.Answer.Unavailable());
        pay(order);
        assertThat(state(order).payment()).isEqualTo(new Payment.Capturing(200));
        pay(order);
        assertThat(state(order).payment()).isEqualTo(new Payment.Captured(200));
    }

    @Test
    void a_capture_that_is_declined_is_for_somebody_to_look_at() {
        OrderId order = reserved();
        pay(order);
        world.ask().dispatch(order, BERLIN, new Shipment.Dispatch("DHL", "1"), world.now, World.WORKER);
        provider.next.add(new PaymentProvider.Answer.Declined());
        pay(order);
        assertThat(state(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(state(order).payment().status()).isEqualTo(PaymentStatus.REVIEW);
    }
}
