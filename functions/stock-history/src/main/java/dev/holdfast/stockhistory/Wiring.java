package dev.holdfast.stockhistory;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.aws.inventory.DynamoDbJournal;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.inventory.application.KeepHistory;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function's beans. */
@Factory
final class Wiring {
    @Singleton
    KeepHistory history(
            @Value("${journal.table}") String journalTable, @Value("${stock.history.table}") String historyTable) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new KeepHistory(
                new DynamoDbJournal(dynamoDb, journalTable), new DynamoDbHistory(dynamoDb, historyTable));
    }

    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl) {
        return new SqsDeadLetters(Sqs.client(), queueUrl);
    }
}
