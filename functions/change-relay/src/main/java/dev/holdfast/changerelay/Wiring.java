package dev.holdfast.changerelay;

import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.QueueSender;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.changerelay.Command.Recipient;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans of this function. */
@Factory
public final class Wiring {
    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    SqsClient sqs() {
        return Sqs.client();
    }

    @Singleton
    DeadLetters deadLetters(SqsClient sqs, @Value("${dead.letters.queue}") String queueUrl, Metrics metrics) {
        return new SqsDeadLetters(sqs, queueUrl, metrics);
    }

    @Singleton
    Queues queues(
            SqsClient sqs,
            @Value("${stock.reservation.queue}") String stockReservation,
            @Value("${payment.processing.queue}") String paymentProcessing,
            @Value("${shipping.notifications.queue}") String shippingNotifications,
            @Value("${stock.crossings.queue}") String stockCrossings) {
        return senders(sqs, stockReservation, paymentProcessing, shippingNotifications, stockCrossings);
    }

    /** The function over these queues. */
    public static ChangeRelayHandler handler(
            SqsClient sqs,
            String stockReservation,
            String paymentProcessing,
            String shippingNotifications,
            String stockCrossings,
            String deadLettersUrl) {
        return new ChangeRelayHandler(
                senders(sqs, stockReservation, paymentProcessing, shippingNotifications, stockCrossings),
                new SqsDeadLetters(sqs, deadLettersUrl, Metrics.untold()));
    }

    private static Queues senders(
            SqsClient sqs,
            String stockReservation,
            String paymentProcessing,
            String shippingNotifications,
            String stockCrossings) {
        return new Queues(Map.of(
                Recipient.STOCK_RESERVATION, new QueueSender(sqs, stockReservation),
                Recipient.PAYMENT_PROCESSING, new QueueSender(sqs, paymentProcessing),
                Recipient.SHIPPING_NOTIFICATIONS, new QueueSender(sqs, shippingNotifications),
                Recipient.REPLENISHMENT_ALERTS, new QueueSender(sqs, stockCrossings)));
    }
}
