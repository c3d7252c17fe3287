package dev.holdfast.orderintake;

import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.Route;
import dev.holdfast.aws.http.Routes;
import dev.holdfast.aws.metrics.EmbeddedMetrics;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.aws.ordering.DynamoDbNewOrders;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.ordering.application.AcceptOrder;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans of this function. */
@Factory
public final class Wiring {
    @Singleton
    Metrics metrics(@Value("${stage}") String stage) {
        return EmbeddedMetrics.of(stage);
    }

    @Singleton
    HttpApi api(
            @Value("${orders.table}") String ordersTable,
            @Value("${stock.table}") String stockTable,
            @Value("${channels.table}") String channelsTable,
            Metrics metrics) {
        return api(
                DynamoDb.client(),
                InstantSource.system(),
                Thread::sleep,
                ordersTable,
                stockTable,
                channelsTable,
                metrics);
    }

    /** The function over this database, by this clock. */
    public static HttpApi api(
            DynamoDbClient dynamoDb,
            InstantSource clock,
            Pause pause,
            String ordersTable,
            String stockTable,
            String channelsTable) {
        return api(dynamoDb, clock, pause, ordersTable, stockTable, channelsTable, Metrics.untold());
    }

    private static HttpApi api(
            DynamoDbClient dynamoDb,
            InstantSource clock,
            Pause pause,
            String ordersTable,
            String stockTable,
            String channelsTable,
            Metrics metrics) {
        PlaceOrder placeOrder = new PlaceOrder(
                new AcceptOrder(new DynamoDbNewOrders(dynamoDb, ordersTable, stockTable)),
                new StockDecision(new DynamoDbOrders(dynamoDb, ordersTable), pause),
                metrics);
        return new HttpApi(
                Routes.of(
                        Route.post("/v1/orders", Set.of(Role.CHANNEL), placeOrder)
                                .telling(PlaceOrder.OPERATION),
                        Route.elsewhere("GET", "/v1/orders")),
                new Access(new DynamoDbCredentials(dynamoDb, channelsTable), Tokens.none(), clock),
                clock);
    }
}
