package dev.holdfast.local.verify;

import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.Work;
import java.util.Optional;

/**
 * I12: every order is in a final state, or in a state that waits for somebody or something and has exactly one due
 * time. A provider that is away is such a somebody: the order waits RESERVED and is tried again.
 */
public final class Progressed implements Check {
    @Override
    public String invariant() {
        return "I12";
    }

    @Override
    public String statement() {
        return "progress: every order has ended, or waits with exactly one due time";
    }

    @Override
    public String scope(Snapshot snapshot) {
        long open = snapshot.orders().values().stream()
                .filter(stored -> !isFinal(stored.order()))
                .count();
        return snapshot.orders().size() + " orders, " + open + " open";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        for (String unreadable : snapshot.unreadable()) {
            return Optional.of(new Violation(invariant(), unreadable));
        }
        for (StoredOrder stored : snapshot.orders().values()) {
            Optional<String> work = workLeft(stored.order());
            if (work.isPresent()) {
                return violation(stored, "has " + work.get() + " to do and nobody does it");
            }
            int expected = isFinal(stored.order()) ? 0 : 1;
            if (stored.dueTimes() != expected) {
                return violation(stored, "has " + stored.dueTimes() + " due times instead of " + expected);
            }
        }
        return Optional.empty();
    }

    /** The work that a function still has with this order; empty where it waits or has ended. */
    static Optional<String> workLeft(Order order) {
        boolean providerAway = order.state().payment() instanceof Payment.Pending pending
                && pending.attempts() > 0
                && order.state().stage() instanceof Stage.Reserved;
        var pending = Work.pending(order.state());
        return pending.isEmpty() || providerAway ? Optional.empty() : Optional.of("work for " + pending);
    }

    private static boolean isFinal(Order order) {
        return switch (order.state().stage()) {
            case Stage.Delivered _, Stage.Cancelled _, Stage.Rejected _ -> true;
            case Stage.Placed _,
                    Stage.Rejecting _,
                    Stage.Backordered _,
                    Stage.Reserved _,
                    Stage.Review _,
                    Stage.Confirmed _,
                    Stage.Shipped _,
                    Stage.Cancelling _ -> false;
        };
    }

    private Optional<Violation> violation(StoredOrder stored, String what) {
        return Optional.of(new Violation(invariant(), stored.words() + " " + what));
    }
}
