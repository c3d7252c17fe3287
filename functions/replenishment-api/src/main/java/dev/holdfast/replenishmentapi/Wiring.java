package dev.holdfast.replenishmentapi;

import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.access.OidcTokens;
import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.replenishment.DynamoDbPolicyCommits;
import dev.holdfast.aws.replenishment.DynamoDbReorderPolicies;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.replenishment.application.SetReorderPolicy;
import dev.holdfast.replenishment.port.ReorderPolicies;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function's beans. */
@Factory
public final class Wiring {
    @Singleton
    HttpApi api(
            @Value("${replenishment.table}") String table,
            @Value("${stock.table}") String stockTable,
            @Value("${channels.table}") String channelsTable,
            @Value("${oidc.keys}") String oidcKeys,
            @Value("${oidc.issuer}") String oidcIssuer,
            @Value("${oidc.audience}") String oidcAudience) {
        return api(
                DynamoDb.client(),
                OidcTokens.at(oidcKeys, oidcIssuer, oidcAudience, InstantSource.system()),
                InstantSource.system(),
                new FullJitter(new SecureRandom()),
                table,
                stockTable,
                channelsTable);
    }

    /** The function over this database, for these members of staff, by this clock. */
    public static HttpApi api(
            DynamoDbClient dynamoDb,
            Tokens tokens,
            InstantSource clock,
            Backoff backoff,
            String table,
            String stockTable,
            String channelsTable) {
        ReorderPolicies policies = new DynamoDbReorderPolicies(dynamoDb, table);
        ReorderPolicyRoutes routes = new ReorderPolicyRoutes(
                policies,
                new SetReorderPolicy(policies, new DynamoDbPolicyCommits(dynamoDb, table, stockTable), backoff));
        return new HttpApi(
                routes.table(), new Access(new DynamoDbCredentials(dynamoDb, channelsTable), tokens, clock), clock);
    }
}
