package dev.holdfast.shippingnotifications;

import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.aws.lambda.Message;
import dev.holdfast.aws.lambda.MessageWork;
import dev.holdfast.aws.ordering.OrderCommand;
import dev.holdfast.fulfilment.application.TellCustomer;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One notice after the other: one that fails does not take its neighbours with it. */
final class NoticeBatch implements MessageWork<OrderCommand> {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeBatch.class);
    private static final Duration RESERVE = Duration.ofSeconds(4);

    private final TellCustomer tellCustomer;

    NoticeBatch(TellCustomer tellCustomer) {
        this.tellCustomer = tellCustomer;
    }

    @Override
    public Set<String> handle(List<Message<OrderCommand>> batch, Instant now, Deadline deadline) {
        Set<String> again = new HashSet<>();
        for (Message<OrderCommand> message : batch) {
            try (LogScope _ = LogScope.about(message.body().correlationId())) {
                if (message.body() instanceof OrderCommand.Shipment shipment
                        && (deadline.isWithin(RESERVE) || !isDone(message.id(), shipment))) {
                    again.add(message.id());
                }
            }
        }
        return again;
    }

    private boolean isDone(String messageId, OrderCommand.Shipment shipment) {
        try {
            return switch (tellCustomer.run(new ShipmentId(shipment.id(), shipment.location()))) {
                case DONE, NOBODY -> true;
                case REFUSED -> {
                    LOG.warn("the address of order {} is refused", shipment.id());
                    yield true;
                }
                case AGAIN -> false;
            };
        } catch (RuntimeException fault) {
            LOG.error("message {} failed and comes again", messageId, fault);
            return false;
        }
    }
}
