package dev.holdfast.shippingnotifications;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Ses;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.fulfilment.DynamoDbCustomers;
import dev.holdfast.aws.fulfilment.SesMail;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.fulfilment.application.TellCustomer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans of this function. */
@Factory
final class Wiring {
    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl) {
        return new SqsDeadLetters(Sqs.client(), queueUrl);
    }

    @Singleton
    NoticeBatch batch(@Value("${orders.table}") String ordersTable, @Value("${sender.address}") String sender) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new NoticeBatch(new TellCustomer(
                new DynamoDbOrders(dynamoDb, ordersTable),
                new DynamoDbCustomers(dynamoDb, ordersTable),
                new SesMail(Ses.client(), sender)));
    }
}
