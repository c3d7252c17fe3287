package dev.holdfast.paymentprocessing;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.aws.ordering.SandboxProvider;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.ordering.application.ProcessPayment;
import dev.holdfast.ordering.port.PaymentProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans of this function. */
@Factory
public final class Wiring {
    private static final Actor ACTOR = new Actor("payment-processing");

    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl, Metrics metrics) {
        return new SqsDeadLetters(Sqs.client(), queueUrl, metrics);
    }

    @Singleton
    PaymentBatch batch(
            @Value("${orders.table}") String ordersTable,
            @Value("${sandbox.payments.table}") String sandboxPaymentsTable,
            Metrics metrics) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return batch(
                dynamoDb,
                new WatchedProvider(new SandboxProvider(dynamoDb, sandboxPaymentsTable), metrics),
                new FullJitter(new SecureRandom()),
                ordersTable);
    }

    /** The function over this database and these queues, with this provider, by this clock. */
    public static PaymentProcessingHandler handler(
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            PaymentProvider provider,
            InstantSource clock,
            Backoff backoff,
            String ordersTable,
            String deadLettersUrl) {
        return new PaymentProcessingHandler(
                batch(dynamoDb, provider, backoff, ordersTable),
                clock,
                new SqsDeadLetters(sqs, deadLettersUrl, Metrics.untold()));
    }

    private static PaymentBatch batch(
            DynamoDbClient dynamoDb, PaymentProvider provider, Backoff backoff, String ordersTable) {
        return new PaymentBatch(
                new ProcessPayment(new DynamoDbOrders(dynamoDb, ordersTable), provider, backoff, ACTOR));
    }
}
