package dev.holdfast.orderintake;

import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.port.Orders;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the stock decision by looking at the order now and then, and less and less often. */
final class StockDecision {
    private static final Logger LOG = LoggerFactory.getLogger(StockDecision.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(2);

    private final Orders orders;
    private final Pause pause;

    StockDecision(Orders orders, Pause pause) {
        this.orders = orders;
        this.pause = pause;
    }

    /** The order when it is decided, or as it is when the time is up. */
    Order await(Order order, Duration wait, Deadline deadline) {
        Order latest = order;
        Duration waited = Duration.ZERO;
        Duration next = FIRST_LOOK;
        while (latest.state().status() == OrderStatus.PLACED
                && waited.compareTo(wait) < 0
                && !deadline.isWithin(TIME_TO_ANSWER)) {
            try {
                pause.sleep(next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return latest;
            }
            waited = waited.plus(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
            try (LogScope _ = LogScope.about(order.content().id().value())) {
                latest = look(latest);
            }
        }
        return latest;
    }

    /** A look that fails is no reason to tell the channel that its order was not accepted: the next one may succeed. */
    private Order look(Order before) {
        try {
            return orders.load(before.content().id()).orElse(before);
        } catch (RuntimeException e) {
            LOG.warn("order {} cannot be looked at", before.content().id(), e);
            return before;
        }
    }
}
