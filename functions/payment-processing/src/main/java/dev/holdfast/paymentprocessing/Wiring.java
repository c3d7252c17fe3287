package dev.holdfast.paymentprocessing;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.aws.ordering.SandboxProvider;
import dev.holdfast.kernel.Actor;
import dev.holdfast.ordering.application.ProcessPayment;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans of this function. */
@Factory
final class Wiring {
    private static final Actor ACTOR = new Actor("payment-processing");

    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl) {
        return new SqsDeadLetters(Sqs.client(), queueUrl);
    }

    @Singleton
    PaymentBatch batch(
            @Value("${orders.table}") String ordersTable,
            @Value("${sandbox.payments.table}") String sandboxPaymentsTable) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new PaymentBatch(new ProcessPayment(
                new DynamoDbOrders(dynamoDb, ordersTable),
                new SandboxProvider(dynamoDb, sandboxPaymentsTable),
                new FullJitter(new SecureRandom()),
                ACTOR));
    }
}
