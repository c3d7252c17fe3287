package dev.holdfast.replenishmentapi;

import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.replenishment.DynamoDbPolicyCommits;
import dev.holdfast.aws.replenishment.DynamoDbReorderPolicies;
import dev.holdfast.replenishment.application.SetReorderPolicy;
import dev.holdfast.replenishment.port.ReorderPolicies;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function's beans. */
@Factory
final class Wiring {
    @Singleton
    DynamoDbClient dynamoDb() {
        return DynamoDb.client();
    }

    @Singleton
    ReorderPolicyRoutes routes(
            DynamoDbClient dynamoDb,
            @Value("${replenishment.table}") String table,
            @Value("${stock.table}") String stockTable) {
        ReorderPolicies policies = new DynamoDbReorderPolicies(dynamoDb, table);
        FullJitter jitter = new FullJitter(RandomGenerator.getDefault());
        return new ReorderPolicyRoutes(
                policies,
                new SetReorderPolicy(policies, new DynamoDbPolicyCommits(dynamoDb, table, stockTable), jitter));
    }

    @Singleton
    HttpApi api(DynamoDbClient dynamoDb, @Value("${channels.table}") String channelsTable, ReorderPolicyRoutes routes) {
        InstantSource clock = InstantSource.system();
        return new HttpApi(routes.table(), new Access(new DynamoDbCredentials(dynamoDb, channelsTable), clock), clock);
    }
}
