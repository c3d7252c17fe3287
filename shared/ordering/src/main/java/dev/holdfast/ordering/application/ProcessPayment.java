package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.domain.PaymentStep;
import dev.holdfast.ordering.port.Orders;
import dev.holdfast.ordering.port.PaymentProvider;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import dev.holdfast.ordering.port.PaymentProvider.Lookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves an order's payment on: fence, call, result, each committed before the next. An unknown answer is looked up; a
 * fence found standing is looked up before the provider is called again under the same key.
 */
public final class ProcessPayment {
    private final Orders orders;
    private final PaymentProvider provider;
    private final Backoff backoff;
    private final Actor actor;

    public ProcessPayment(Orders orders, PaymentProvider provider, Backoff backoff, Actor actor) {
        this.orders = orders;
        this.provider = provider;
        this.backoff = backoff;
        this.actor = actor;
    }

    /** Goes on until the payment waits for something else; a provider that is away is asked again when it is due. */
    public Progressed run(OrderId id, Instant now, Deadline deadline) {
        boolean ourFence = false;
        for (int attempt = 0; !deadline.isNear(); ) {
            Optional<Order> found = orders.load(id);
            if (found.isEmpty()) {
                return Progressed.DONE;
            }
            Order order = found.get();
            PaymentStep step = PaymentStep.next(order.state());
            Optional<List<OrderEvent>> events = events(order, step, ourFence);
            if (events.isEmpty()) {
                return Progressed.DONE;
            }
            Order after = order.after(events.get(), now, actor);
            if (orders.save(new OrderChange(order, after)) instanceof CommitOutcome.Committed) {
                ourFence = step instanceof PaymentStep.Fence;
                attempt = 0;
                if (events.get().contains(new OrderEvent.ProviderAway())) {
                    return Progressed.DONE;
                }
            } else {
                ourFence = false;
                backoff.pause(++attempt);
            }
        }
        return Progressed.AGAIN;
    }

    /** What happened; empty when there is nothing to do now. */
    private Optional<List<OrderEvent>> events(Order order, PaymentStep step, boolean ourFence) {
        return switch (step) {
            case PaymentStep.None _ -> Optional.empty();
            case PaymentStep.Fence fence -> Optional.of(List.of(fence.event()));
            case PaymentStep.Call call -> result(order, call.intent(), ourFence).map(List::of);
        };
    }

    private Optional<OrderEvent> result(Order order, Intent intent, boolean ourFence) {
        if (!ourFence) {
            switch (provider.lookUp(order.content().id(), intent)) {
                case Lookup.Found found -> {
                    return PaymentStep.outcome(intent, found.answer());
                }
                case Lookup.Unavailable _ -> {
                    return Optional.empty();
                }
                case Lookup.NotFound _ -> {}
            }
        }
        Answer answer = call(order, intent);
        return answer instanceof Answer.Unknown ? lookedUp(order, intent) : PaymentStep.outcome(intent, answer);
    }

    private Optional<OrderEvent> lookedUp(Order order, Intent intent) {
        return switch (provider.lookUp(order.content().id(), intent)) {
            case Lookup.Found found -> PaymentStep.outcome(intent, found.answer());
            // Still unknown: the fence stands, and the order comes up again when it is due.
            case Lookup.NotFound _, Lookup.Unavailable _ -> Optional.empty();
        };
    }

    private Answer call(Order order, Intent intent) {
        OrderId id = order.content().id();
        long minor = order.state().payment().authorisedMinor();
        return switch (intent) {
            case AUTHORISE ->
                provider.authorise(
                        id,
                        order.content().totalMinor(),
                        order.content().currency(),
                        order.content().payment().token());
            case CAPTURE -> provider.capture(id, Math.min(minor, order.content().totalMinor()));
            case VOID -> provider.voidAuthorisation(id, minor);
        };
    }
}
