package dev.holdfast.shippingnotifications;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Ses;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.fulfilment.DynamoDbCustomers;
import dev.holdfast.aws.fulfilment.SesMail;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.fulfilment.application.TellCustomer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
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
    NoticeBatch batch(@Value("${orders.table}") String ordersTable, @Value("${sender.address}") String sender) {
        return batch(DynamoDb.client(), Ses.client(), ordersTable, sender);
    }

    /** The function over this database, mail and these queues, by this clock. */
    public static ShippingNotificationsHandler handler(
            DynamoDbClient dynamoDb,
            SesClient ses,
            SqsClient sqs,
            InstantSource clock,
            String ordersTable,
            String sender,
            String deadLettersUrl) {
        return new ShippingNotificationsHandler(
                batch(dynamoDb, ses, ordersTable, sender),
                clock,
                new SqsDeadLetters(sqs, deadLettersUrl, Metrics.untold()));
    }

    private static NoticeBatch batch(DynamoDbClient dynamoDb, SesClient ses, String ordersTable, String sender) {
        return new NoticeBatch(new TellCustomer(
                new DynamoDbOrders(dynamoDb, ordersTable),
                new DynamoDbCustomers(dynamoDb, ordersTable),
                new SesMail(ses, sender)));
    }
}
