package dev.holdfast.duework;

import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.aws.lambda.ScheduledWork;
import dev.holdfast.aws.messaging.QueueMessage;
import dev.holdfast.aws.messaging.QueueSender;
import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DueIndex;
import dev.holdfast.aws.ordering.OrderCommand;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.Work;
import dev.holdfast.ordering.application.ChaseOverdue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the orders whose due time has come, as far as the time allows; the rest is due still in a minute. Tells how many
 * of those it saw are stuck.
 */
final class DueOrders implements ScheduledWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueOrders.class);
    private static final Duration RESERVE = Duration.ofSeconds(10);
    private static final int BATCH = 100;
    /** It runs every minute: what became due before this has been put back by an earlier run, and did not move. */
    private static final Duration PUT_BACK_BEFORE = Duration.ofMinutes(2);

    private final Function<Instant, Stream<DueIndex.Due>> dueBy;
    private final ChaseOverdue chase;
    private final Map<Work, QueueSender> queues;
    private final Metrics metrics;

    DueOrders(
            Function<Instant, Stream<DueIndex.Due>> dueBy,
            ChaseOverdue chase,
            Map<Work, QueueSender> queues,
            Metrics metrics) {
        this.dueBy = dueBy;
        this.chase = chase;
        this.queues = new EnumMap<>(queues);
        this.metrics = metrics;
    }

    @Override
    public void run(Instant now, Deadline deadline) {
        Iterator<DueIndex.Due> due = dueBy.apply(now).iterator();
        Map<Work, List<QueueMessage>> messages = new EnumMap<>(Work.class);
        int looked = 0;
        long stuck = 0;
        while (due.hasNext() && !deadline.isWithin(RESERVE)) {
            DueIndex.Due next = due.next();
            try (LogScope _ = LogScope.about(next.order().value())) {
                if (waits(next.order(), now, messages) && next.since().isBefore(now.minus(PUT_BACK_BEFORE))) {
                    stuck++;
                }
            }
            if (++looked % BATCH == 0) {
                send(messages);
            }
        }
        send(messages);
        metrics.tell(Map.of(Metric.ORDERS_STUCK, stuck), Map.of());
    }

    /** Whether the order waits for work of ours, which is put back, or cannot even be looked at. */
    private boolean waits(OrderId id, Instant now, Map<Work, List<QueueMessage>> messages) {
        try {
            Set<Work> pending = chase.run(id, now);
            pending.forEach(work -> messages.computeIfAbsent(work, _ -> new ArrayList<>())
                    .add(QueueMessage.of(new OrderCommand.Order(id).body())));
            return !pending.isEmpty();
        } catch (RuntimeException fault) {
            LOG.error("order {} could not be looked at and is due still", id, fault);
            return true;
        }
    }

    private void send(Map<Work, List<QueueMessage>> messages) {
        messages.forEach((work, some) -> {
            QueueSender queue = queues.get(work);
            if (queue == null) {
                throw new IllegalStateException("every kind of work has a queue");
            }
            int failed = queue.send(some).size();
            if (failed > 0) {
                LOG.warn("{} messages of {} did not go out; their orders are due still", failed, work);
            }
        });
        messages.clear();
    }
}
