package dev.holdfast.orderapi;

import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.access.OidcTokens;
import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.Route;
import dev.holdfast.aws.http.Routes;
import dev.holdfast.aws.inventory.DynamoDbLocations;
import dev.holdfast.aws.inventory.StockWrites;
import dev.holdfast.aws.ordering.DynamoDbOrderStock;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.aws.ordering.OrderLists;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.ordering.application.AskOrder;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans of this function, and its routes. */
@Factory
public final class Wiring {
    private static final Set<Role> READERS = Set.of(Role.CHANNEL, Role.SUPPORT);
    private static final Set<Role> WAREHOUSE = Set.of(Role.WAREHOUSE);
    private static final Set<Role> SHIPMENT_READERS = Set.of(Role.WAREHOUSE, Role.SUPPORT);

    @Singleton
    HttpApi api(
            @Value("${orders.table}") String ordersTable,
            @Value("${stock.table}") String stockTable,
            @Value("${journal.table}") String journalTable,
            @Value("${channels.table}") String channelsTable,
            @Value("${oidc.keys}") String oidcKeys,
            @Value("${oidc.issuer}") String oidcIssuer,
            @Value("${oidc.audience}") String oidcAudience) {
        return api(
                DynamoDb.client(),
                OidcTokens.at(oidcKeys, oidcIssuer, oidcAudience, InstantSource.system()),
                InstantSource.system(),
                new FullJitter(new SecureRandom()),
                ordersTable,
                stockTable,
                journalTable,
                channelsTable);
    }

    /** The function over this database, for these members of staff, by this clock. */
    public static HttpApi api(
            DynamoDbClient dynamoDb,
            Tokens tokens,
            InstantSource clock,
            Backoff backoff,
            String ordersTable,
            String stockTable,
            String journalTable,
            String channelsTable) {
        DynamoDbOrders orders = new DynamoDbOrders(dynamoDb, ordersTable);
        AskOrder ask = new AskOrder(
                orders,
                new DynamoDbOrderStock(dynamoDb, ordersTable, new StockWrites(stockTable, journalTable)),
                backoff);
        OrderLists lists = new OrderLists(dynamoDb, ordersTable, orders);
        OrderRoutes order = new OrderRoutes(orders, lists, ask);
        ShipmentRoutes shipment =
                new ShipmentRoutes(orders, lists, new DynamoDbLocations(dynamoDb, stockTable, clock), ask);
        return new HttpApi(
                Routes.of(
                        Route.get("/v1/orders", READERS, order::list).telling(OrderRoutes.LIST),
                        Route.elsewhere("POST", "/v1/orders"),
                        Route.get("/v1/orders/{orderId}", READERS, order::get).telling(OrderRoutes.GET),
                        Route.post("/v1/orders/{orderId}/cancellations", READERS, order::cancel)
                                .telling(OrderRoutes.CANCEL),
                        Route.post("/v1/orders/{orderId}/review", Set.of(Role.SUPPORT), order::review)
                                .telling(OrderRoutes.REVIEW),
                        Route.get("/v1/shipments", SHIPMENT_READERS, shipment::list)
                                .telling(ShipmentRoutes.LIST),
                        Route.get("/v1/shipments/{shipmentId}", SHIPMENT_READERS, shipment::get)
                                .telling(ShipmentRoutes.GET),
                        Route.post("/v1/shipments/{shipmentId}/dispatch", WAREHOUSE, shipment::dispatch)
                                .telling(ShipmentRoutes.DISPATCH),
                        Route.post("/v1/shipments/{shipmentId}/delivery", WAREHOUSE, shipment::deliver)
                                .telling(ShipmentRoutes.DELIVER)),
                new Access(new DynamoDbCredentials(dynamoDb, channelsTable), tokens, clock),
                clock);
    }
}
