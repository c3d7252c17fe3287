package dev.holdfast.replenishmentalerts;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.replenishment.DynamoDbAlerts;
import dev.holdfast.aws.replenishment.DynamoDbReorderPolicies;
import dev.holdfast.replenishment.application.WatchStock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function's beans. */
@Factory
final class Wiring {
    @Singleton
    DynamoDbClient dynamoDb() {
        return DynamoDb.client();
    }

    @Singleton
    CrossingWork work(DynamoDbClient dynamoDb, @Value("${replenishment.table}") String table) {
        return new CrossingWork(
                new WatchStock(new DynamoDbAlerts(dynamoDb, table), new DynamoDbReorderPolicies(dynamoDb, table)));
    }
}
