package dev.holdfast.stockhistory;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.aws.inventory.DynamoDbJournal;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.inventory.application.KeepHistory;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The function's beans. */
@Factory
public final class Wiring {
    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    KeepHistory history(
            @Value("${journal.table}") String journalTable, @Value("${stock.history.table}") String historyTable) {
        return history(DynamoDb.client(), journalTable, historyTable);
    }

    /** The function over this database and these queues. */
    public static StockHistoryHandler handler(
            DynamoDbClient dynamoDb, SqsClient sqs, String journalTable, String historyTable, String deadLettersUrl) {
        return new StockHistoryHandler(
                history(dynamoDb, journalTable, historyTable),
                new JournalWatch(Metrics.untold()),
                new SqsDeadLetters(sqs, deadLettersUrl, Metrics.untold()));
    }

    @Singleton
    JournalWatch watch(Metrics metrics) {
        return new JournalWatch(metrics);
    }

    private static KeepHistory history(DynamoDbClient dynamoDb, String journalTable, String historyTable) {
        return new KeepHistory(
                new DynamoDbJournal(dynamoDb, journalTable), new DynamoDbHistory(dynamoDb, historyTable));
    }

    @Singleton
    DeadLetters deadLetters(@Value("${dead.letters.queue}") String queueUrl, Metrics metrics) {
        return new SqsDeadLetters(Sqs.client(), queueUrl, metrics);
    }
}
