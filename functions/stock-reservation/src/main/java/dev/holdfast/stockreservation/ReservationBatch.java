package dev.holdfast.stockreservation;

import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.aws.lambda.Message;
import dev.holdfast.aws.lambda.MessageWork;
import dev.holdfast.aws.messaging.EarlyReturn;
import dev.holdfast.aws.ordering.OrderCommand;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.application.StockWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A batch of the queue as one piece of stock work: orders of a batch are held together. */
final class ReservationBatch implements MessageWork<OrderCommand> {
    /** Time that a step and the answer to the queue may still take. */
    private static final Duration RESERVE = Duration.ofSeconds(4);

    private final StockWork work;
    private final EarlyReturn earlyReturn;

    ReservationBatch(StockWork work, EarlyReturn earlyReturn) {
        this.work = work;
        this.earlyReturn = earlyReturn;
    }

    @Override
    public Set<String> handle(List<Message<OrderCommand>> batch, Instant now, Deadline deadline) {
        Set<OrderId> orders = new HashSet<>();
        Set<Sku> lines = new HashSet<>();
        for (Message<OrderCommand> message : batch) {
            switch (message.body()) {
                case OrderCommand.Order order -> orders.add(order.id());
                case OrderCommand.Shipment shipment -> orders.add(shipment.id());
                case OrderCommand.Line line -> lines.add(line.sku());
            }
        }
        StockWork.Again again;
        try (LogScope _ = LogScope.about(all(batch))) {
            again = work.run(orders, lines, now, deadline.earlierBy(RESERVE));
        }
        List<Message<OrderCommand>> failed = new ArrayList<>();
        for (Message<OrderCommand> message : batch) {
            boolean mustComeAgain = switch (message.body()) {
                case OrderCommand.Order order -> again.orders().contains(order.id());
                case OrderCommand.Shipment shipment -> again.orders().contains(shipment.id());
                case OrderCommand.Line line -> again.lines().contains(line.sku());
            };
            if (mustComeAgain) {
                failed.add(message);
            }
        }
        return earlyReturn.of(failed);
    }

    /** They are decided together, so whatever is said of them is said of all. */
    private static String all(List<Message<OrderCommand>> batch) {
        return batch.stream()
                .map(message -> message.body().correlationId())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
