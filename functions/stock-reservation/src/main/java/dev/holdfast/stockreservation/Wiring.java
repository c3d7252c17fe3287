package dev.holdfast.stockreservation;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.client.Sqs;
import dev.holdfast.aws.inventory.DynamoDbLocations;
import dev.holdfast.aws.inventory.DynamoDbStocks;
import dev.holdfast.aws.inventory.StockWrites;
import dev.holdfast.aws.lambda.DeadLetters;
import dev.holdfast.aws.messaging.EarlyReturn;
import dev.holdfast.aws.messaging.SqsDeadLetters;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DynamoDbOrderStock;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.ordering.application.AdvanceOrder;
import dev.holdfast.ordering.application.HoldOrders;
import dev.holdfast.ordering.application.HoldWideOrder;
import dev.holdfast.ordering.application.ServeLines;
import dev.holdfast.ordering.application.StockWork;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans of this function. */
@Factory
public final class Wiring {
    private static final Actor ACTOR = new Actor("stock-reservation");

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
    ReservationBatch batch(
            SqsClient sqs,
            @Value("${orders.table}") String ordersTable,
            @Value("${stock.table}") String stockTable,
            @Value("${journal.table}") String journalTable,
            @Value("${stock.reservation.queue}") String queueUrl,
            Metrics metrics) {
        return batch(
                DynamoDb.client(),
                sqs,
                InstantSource.system(),
                new FullJitter(new SecureRandom()),
                new SecureRandom(),
                ordersTable,
                stockTable,
                journalTable,
                queueUrl,
                metrics);
    }

    /** The function over this database and these queues, by this clock. */
    public static StockReservationHandler handler(
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            InstantSource clock,
            Backoff backoff,
            RandomGenerator random,
            String ordersTable,
            String stockTable,
            String journalTable,
            String queueUrl,
            String deadLettersUrl) {
        return new StockReservationHandler(
                batch(
                        dynamoDb,
                        sqs,
                        clock,
                        backoff,
                        random,
                        ordersTable,
                        stockTable,
                        journalTable,
                        queueUrl,
                        Metrics.untold()),
                clock,
                new SqsDeadLetters(sqs, deadLettersUrl, Metrics.untold()));
    }

    private static ReservationBatch batch(
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            InstantSource clock,
            Backoff backoff,
            RandomGenerator random,
            String ordersTable,
            String stockTable,
            String journalTable,
            String queueUrl,
            Metrics metrics) {
        CommitWatch watch = new CommitWatch(metrics, clock);
        Stocks stocks = new DynamoDbStocks(dynamoDb, stockTable);
        Locations locations = new DynamoDbLocations(dynamoDb, stockTable, clock);
        Orders orders = watch.over(new DynamoDbOrders(dynamoDb, ordersTable));
        OrderStock orderStock =
                watch.over(new DynamoDbOrderStock(dynamoDb, ordersTable, new StockWrites(stockTable, journalTable)));
        AdvanceOrder advance = new AdvanceOrder(orders, orderStock, backoff, ACTOR);
        ServeLines serveLines = new ServeLines(stocks, locations, orders, orderStock, advance, backoff, ACTOR);
        HoldOrders hold = new HoldOrders(stocks, locations, orders, orderStock, serveLines, backoff, ACTOR);
        HoldWideOrder holdWide =
                new HoldWideOrder(stocks, locations, orders, orderStock, serveLines, advance, backoff, ACTOR);
        return new ReservationBatch(
                new StockWork(orders, hold, holdWide, advance, serveLines), new EarlyReturn(sqs, queueUrl, random));
    }
}
