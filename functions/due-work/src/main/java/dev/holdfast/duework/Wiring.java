package dev.holdfast.duework;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.lambda.ScheduledWork;
import dev.holdfast.aws.messaging.QueueSender;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DueIndex;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.kernel.Actor;
import dev.holdfast.ordering.Work;
import dev.holdfast.ordering.application.ChaseOverdue;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans of this function. */
@Factory
public final class Wiring {
    private static final Actor ACTOR = new Actor("due-work");

    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    ScheduledWork work(
            @Value("${orders.table}") String ordersTable,
            @Value("${stock.reservation.queue}") String stockReservation,
            @Value("${payment.processing.queue}") String paymentProcessing,
            Metrics metrics) {
        return work(DynamoDb.client(), Sqs.client(), ordersTable, stockReservation, paymentProcessing, metrics);
    }

    /** The function's work over this database and these queues. */
    public static ScheduledWork work(
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            String ordersTable,
            String stockReservation,
            String paymentProcessing) {
        return work(dynamoDb, sqs, ordersTable, stockReservation, paymentProcessing, Metrics.untold());
    }

    private static ScheduledWork work(
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            String ordersTable,
            String stockReservation,
            String paymentProcessing,
            Metrics metrics) {
        return new DueOrders(
                new DueIndex(dynamoDb, ordersTable)::dueBy,
                new ChaseOverdue(new DynamoDbOrders(dynamoDb, ordersTable), ACTOR),
                Map.of(
                        Work.STOCK, new QueueSender(sqs, stockReservation),
                        Work.PAYMENT, new QueueSender(sqs, paymentProcessing)),
                metrics);
    }
}
