package dev.holdfast.replenishmentalerts;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.replenishment.DynamoDbAlerts;
import dev.holdfast.aws.replenishment.DynamoDbReorderPolicies;
import dev.holdfast.replenishment.application.WatchStock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function's beans. */
@Factory
public final class Wiring {
    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    CrossingWork work(@Value("${replenishment.table}") String table, Metrics metrics) {
        return work(DynamoDb.client(), table, metrics);
    }

    /** The function over this database, by this clock. */
    public static ReplenishmentAlertsHandler handler(DynamoDbClient dynamoDb, InstantSource clock, String table) {
        return new ReplenishmentAlertsHandler(work(dynamoDb, table, Metrics.untold()), clock);
    }

    private static CrossingWork work(DynamoDbClient dynamoDb, String table, Metrics metrics) {
        return new CrossingWork(new WatchStock(
                new WatchedAlerts(new DynamoDbAlerts(dynamoDb, table), metrics),
                new DynamoDbReorderPolicies(dynamoDb, table)));
    }
}
