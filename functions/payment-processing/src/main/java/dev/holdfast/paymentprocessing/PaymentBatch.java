package dev.holdfast.paymentprocessing;

import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.aws.lambda.Message;
import dev.holdfast.aws.lambda.MessageWork;
import dev.holdfast.aws.ordering.OrderCommand;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.application.ProcessPayment;
import dev.holdfast.ordering.application.Progressed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One payment after the other: one that fails does not take its neighbours with it. */
final class PaymentBatch implements MessageWork<OrderCommand> {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentBatch.class);
    /** Time that a call of the provider and the commit after it may still take. */
    private static final Duration RESERVE = Duration.ofSeconds(8);

    private final ProcessPayment processPayment;

    PaymentBatch(ProcessPayment processPayment) {
        this.processPayment = processPayment;
    }

    @Override
    public Set<String> handle(List<Message<OrderCommand>> batch, Instant now, Deadline deadline) {
        Set<String> again = new HashSet<>();
        for (Message<OrderCommand> message : batch) {
            try (LogScope _ = LogScope.about(message.body().correlationId())) {
                if (!isDone(message, now, deadline)) {
                    again.add(message.id());
                }
            }
        }
        return again;
    }

    private boolean isDone(Message<OrderCommand> message, Instant now, Deadline deadline) {
        try {
            Optional<OrderId> order = order(message.body());
            return order.isEmpty()
                    || processPayment.run(order.get(), now, deadline.earlierBy(RESERVE)) != Progressed.AGAIN;
        } catch (RuntimeException fault) {
            LOG.error("message {} failed and comes again", message.id(), fault);
            return false;
        }
    }

    private static Optional<OrderId> order(OrderCommand command) {
        return switch (command) {
            case OrderCommand.Order order -> Optional.of(order.id());
            case OrderCommand.Shipment shipment -> Optional.of(shipment.id());
            case OrderCommand.Line _ -> Optional.empty();
        };
    }
}
