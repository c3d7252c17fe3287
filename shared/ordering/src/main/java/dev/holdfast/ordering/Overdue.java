package dev.holdfast.ordering;

import dev.holdfast.kernel.Limits;
import java.time.Instant;
import java.util.Set;

/** What happens to an order whose due time has come. Pure. */
public sealed interface Overdue {
    /** Somebody should have acted: the work goes back on its queue. */
    record Requeue(Set<Work> work) implements Overdue {}

    /** It has waited long enough: it is cancelled, for this reason. */
    record Cancel(String reason) implements Overdue {}

    /** A person is late; the order stays as it is and comes up again. */
    record Remind() implements Overdue {}

    /** Not due, or ended meanwhile. */
    record Nothing() implements Overdue {}

    static Overdue decide(OrderState state, Instant now) {
        if (state.due().isEmpty() || state.due().get().isAfter(now)) {
            return new Nothing();
        }
        return switch (state.stage()) {
            case Stage.Reserved _ when isPastPayment(state, now) -> new Cancel(Cancellation.PAYMENT_UNAVAILABLE);
            case Stage.Review _ -> new Cancel(Cancellation.REVIEW_EXPIRED);
            case Stage.Backordered _ -> new Cancel(Cancellation.BACKORDER_EXPIRED);
            case Stage.Placed _,
                    Stage.Rejecting _,
                    Stage.Reserved _,
                    Stage.Cancelling _,
                    Stage.Confirmed _,
                    Stage.Shipped _,
                    Stage.Delivered _,
                    Stage.Cancelled _,
                    Stage.Rejected _ -> requeueOrRemind(state);
        };
    }

    private static Overdue requeueOrRemind(OrderState state) {
        Set<Work> work = Work.pending(state);
        return work.isEmpty() ? new Remind() : new Requeue(work);
    }

    private static boolean isPastPayment(OrderState state, Instant now) {
        return state.payment() instanceof Payment.Pending
                && state.since(OrderStatus.RESERVED)
                        .map(since -> !now.isBefore(since.plus(Limits.PAYMENT_UNAVAILABLE_MAX)))
                        .orElse(false);
    }
}
