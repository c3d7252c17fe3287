package dev.holdfast.ordering;

import dev.holdfast.kernel.Limits;
import java.time.Instant;
import java.util.Optional;

/**
 * Every state that is not final has one due time, and {@link Overdue} says what happens then. Work that a function has
 * in hand is looked at again soon; what waits for a person or for goods has a deadline of its own.
 */
final class DueTime {
    private DueTime() {}

    static Optional<Instant> of(OrderState state, Instant now) {
        if (!Work.pending(state).isEmpty()) {
            return Optional.of(now.plus(Limits.STUCK_AFTER));
        }
        return switch (state.stage()) {
            case Stage.Placed _, Stage.Rejecting _, Stage.Reserved _, Stage.Cancelling _ ->
                Optional.of(now.plus(Limits.STUCK_AFTER));
            case Stage.Backordered _ ->
                Optional.of(state.since(OrderStatus.BACKORDERED).orElse(now).plus(Limits.BACKORDER_MAX));
            case Stage.Review _ ->
                Optional.of(state.since(OrderStatus.REVIEW).orElse(now).plus(Limits.REVIEW_MAX));
            case Stage.Confirmed _, Stage.Shipped _ -> Optional.of(now.plus(Limits.OVERDUE_AFTER));
            case Stage.Delivered _, Stage.Cancelled _, Stage.Rejected _ -> Optional.empty();
        };
    }
}
