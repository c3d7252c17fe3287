package dev.holdfast.eventpublisher;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Sns;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.messaging.TopicPublisher;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans of this function. */
@Factory
public final class Wiring {
    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl, Metrics metrics) {
        return new SqsDeadLetters(Sqs.client(), queueUrl, metrics);
    }

    @Singleton
    Topics topics(
            @Value("${orders.table}") String ordersTable,
            @Value("${order.events.topic}") String orderEvents,
            @Value("${shipping.notifications.topic}") String shippingNotifications,
            @Value("${reorder.alerts.topic}") String reorderAlerts) {
        return topics(DynamoDb.client(), Sns.client(), ordersTable, orderEvents, shippingNotifications, reorderAlerts);
    }

    /** The function over this database, these topics and queues. */
    public static EventPublisherHandler handler(
            DynamoDbClient dynamoDb,
            SnsClient sns,
            SqsClient sqs,
            String ordersTable,
            String orderEvents,
            String shippingNotifications,
            String reorderAlerts,
            String deadLettersUrl) {
        return new EventPublisherHandler(
                topics(dynamoDb, sns, ordersTable, orderEvents, shippingNotifications, reorderAlerts),
                new SqsDeadLetters(sqs, deadLettersUrl, Metrics.untold()));
    }

    private static Topics topics(
            DynamoDbClient dynamoDb,
            SnsClient sns,
            String ordersTable,
            String orderEvents,
            String shippingNotifications,
            String reorderAlerts) {
        return new Topics(
                new DynamoDbOrders(dynamoDb, ordersTable),
                new TopicPublisher(sns, orderEvents),
                new TopicPublisher(sns, shippingNotifications),
                new TopicPublisher(sns, reorderAlerts));
    }
}
