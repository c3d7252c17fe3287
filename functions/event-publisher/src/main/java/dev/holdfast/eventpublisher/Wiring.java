package dev.holdfast.eventpublisher;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Sns;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.messaging.TopicPublisher;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sns.SnsClient;

/** The beans of this function. */
@Factory
final class Wiring {
    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl) {
        return new SqsDeadLetters(Sqs.client(), queueUrl);
    }

    @Singleton
    Topics topics(
            @Value("${orders.table}") String ordersTable,
            @Value("${order.events.topic}") String orderEvents,
            @Value("${shipping.notifications.topic}") String shippingNotifications,
            @Value("${reorder.alerts.topic}") String reorderAlerts) {
        SnsClient sns = Sns.client();
        return new Topics(
                new DynamoDbOrders(DynamoDb.client(), ordersTable),
                new TopicPublisher(sns, orderEvents),
                new TopicPublisher(sns, shippingNotifications),
                new TopicPublisher(sns, reorderAlerts));
    }
}
