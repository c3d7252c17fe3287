package dev.holdfast.stockapi;

import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.aws.access.OidcTokens;
import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.FullJitter;
import dev.holdfast.aws.http.HttpApi;
import dev.holdfast.aws.http.Route;
import dev.holdfast.aws.http.Routes;
import dev.holdfast.aws.inventory.DynamoDbArticles;
import dev.holdfast.aws.inventory.DynamoDbBookings;
import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.aws.inventory.DynamoDbLocations;
import dev.holdfast.aws.inventory.DynamoDbStocks;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.inventory.application.BookStock;
import dev.holdfast.inventory.application.RegisterArticle;
import dev.holdfast.inventory.application.RegisterLocation;
import dev.holdfast.kernel.Backoff;
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
    private static final Set<Role> WRITERS = Set.of(Role.WAREHOUSE);
    private static final Set<Role> READERS = Set.of(Role.WAREHOUSE, Role.PROCUREMENT, Role.SUPPORT);
    private static final Set<Role> ASKERS = Set.of(Role.CHANNEL, Role.WAREHOUSE, Role.PROCUREMENT, Role.SUPPORT);

    @Singleton
    HttpApi api(
            @Value("${stock.table}") String stockTable,
            @Value("${journal.table}") String journalTable,
            @Value("${stock.history.table}") String historyTable,
            @Value("${channels.table}") String channelsTable,
            @Value("${oidc.keys}") String oidcKeys,
            @Value("${oidc.issuer}") String oidcIssuer,
            @Value("${oidc.audience}") String oidcAudience) {
        return api(
                DynamoDb.client(),
                OidcTokens.at(oidcKeys, oidcIssuer, oidcAudience, InstantSource.system()),
                InstantSource.system(),
                new FullJitter(new SecureRandom()),
                stockTable,
                journalTable,
                historyTable,
                channelsTable);
    }

    /** The function over this database, for these members of staff, by this clock. */
    public static HttpApi api(
            DynamoDbClient dynamoDb,
            Tokens tokens,
            InstantSource clock,
            Backoff backoff,
            String stockTable,
            String journalTable,
            String historyTable,
            String channelsTable) {
        DynamoDbStocks stocks = new DynamoDbStocks(dynamoDb, stockTable);
        DynamoDbArticles articles = new DynamoDbArticles(dynamoDb, stockTable);
        DynamoDbLocations locations = new DynamoDbLocations(dynamoDb, stockTable, clock);
        MasterDataRoutes masterData = new MasterDataRoutes(
                articles, new RegisterArticle(articles, backoff), locations, new RegisterLocation(locations, backoff));
        BookingRoutes bookings = new BookingRoutes(
                new BookStock(new DynamoDbBookings(dynamoDb, stockTable, journalTable), stocks, locations, backoff));
        StockRoutes stock = new StockRoutes(stocks, new DynamoDbHistory(dynamoDb, historyTable));
        return new HttpApi(
                Routes.of(
                        Route.put("/v1/skus/{sku}", WRITERS, masterData::putSku).telling(MasterDataRoutes.PUT_SKU),
                        Route.get("/v1/skus/{sku}", READERS, masterData::getSku).telling(MasterDataRoutes.GET_SKU),
                        Route.put("/v1/locations/{location}", WRITERS, masterData::putLocation)
                                .telling(MasterDataRoutes.PUT_LOCATION),
                        Route.get("/v1/locations/{location}", READERS, masterData::getLocation)
                                .telling(MasterDataRoutes.GET_LOCATION),
                        Route.post("/v1/stock/receipts", WRITERS, bookings::receive)
                                .telling(BookingRoutes.RECEIVE),
                        Route.post("/v1/stock/adjustments", WRITERS, bookings::adjust)
                                .telling(BookingRoutes.ADJUST),
                        Route.get("/v1/stock/{sku}", READERS, stock::get).telling(StockRoutes.GET),
                        Route.get("/v1/stock/{sku}/movements", READERS, stock::movements)
                                .telling(StockRoutes.MOVEMENTS),
                        Route.get("/v1/availability", ASKERS, stock::availability)
                                .telling(StockRoutes.AVAILABILITY)),
                new Access(new DynamoDbCredentials(dynamoDb, channelsTable), tokens, clock),
                clock);
    }
}
