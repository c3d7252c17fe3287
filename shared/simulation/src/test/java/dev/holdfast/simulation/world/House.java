package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.access.DynamoDbCredentials;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.simulation.aws.MemoryDynamoDb;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The merchant's house as every history begins: accounts, three SKUs, two locations, no goods. */
public final class House {
    public static final Instant OPENS = Instant.parse("2026-11-24T09:00:00Z");
    static final List<String> SKUS = List.of("TEA", "CUP", "MUG");
    static final List<String> LOCATIONS = List.of("MAIN", "NORTH");
    public static final String SHOP = "hf_shop";
    public static final String WAREHOUSE = "hf_warehouse";
    public static final String SUPPORT = "hf_support";
    public static final String PROCUREMENT = "hf_procurement";

    /** Three SKUs, for most histories. */
    static final MemoryDynamoDb FRESH = furnished(List.of());

    /** More SKUs, for wide orders. */
    static final int WIDE_SKUS = 90;

    static final MemoryDynamoDb WIDE = furnished(java.util.stream.IntStream.range(0, WIDE_SKUS)
            .mapToObj(House::wideSku)
            .toList());

    private House() {}

    /** One of the further SKUs. */
    public static String wideSku(int index) {
        return String.format("W%03d", index);
    }

    /** What a table holds as every history begins. */
    public static List<Map<String, AttributeValue>> items(String table) {
        return FRESH.all(table);
    }

    private static MemoryDynamoDb furnished(List<String> more) {
        MemoryDynamoDb store = new MemoryDynamoDb(() -> 0);
        Tables.declared().forEach(store::createTable);
        account(store, SHOP, Role.CHANNEL, Optional.of(new ChannelId("web-shop")));
        account(store, WAREHOUSE, Role.WAREHOUSE, Optional.empty());
        account(store, SUPPORT, Role.SUPPORT, Optional.empty());
        account(store, PROCUREMENT, Role.PROCUREMENT, Optional.empty());
        var api = dev.holdfast.stockapi.Wiring.api(
                store,
                Tokens.none(),
                InstantSource.fixed(OPENS),
                attempt -> {},
                Names.STOCK,
                Names.JOURNAL,
                Names.HISTORY,
                Names.CHANNELS);
        for (String location : LOCATIONS) {
            put(
                    api,
                    "/v1/locations/" + location,
                    "{\"name\":\"" + location + "\",\"country\":\"GB\",\"priority\":"
                            + (LOCATIONS.indexOf(location) + 1) + "}");
        }
        SKUS.forEach(sku -> put(api, "/v1/skus/" + sku, "{\"description\":\"" + sku + "\"}"));
        more.forEach(sku -> put(api, "/v1/skus/" + sku, "{\"description\":\"" + sku + "\"}"));
        return store;
    }

    private static void account(MemoryDynamoDb store, String key, Role role, Optional<ChannelId> channel) {
        Map<String, AttributeValue> item = DynamoDbCredentials.item(
                KeyHash.of(key), new Principal(new Actor(key.substring(3)), channel, Set.of(role)));
        store.putItem(put -> put.tableName(Names.CHANNELS).item(item));
    }

    private static void put(dev.holdfast.aws.http.HttpApi api, String path, String body) {
        ObjectNode answer = api.answer(request("PUT", path, WAREHOUSE, body), Deadline.inMillis(() -> 20_000));
        if (answer.path("statusCode").asInt() >= 300) {
            throw new IllegalStateException(path + ": " + answer);
        }
    }

    /** The event of the REST API. */
    public static ObjectNode request(String method, String path, String account, String body) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("httpMethod", method)
                .put("path", path)
                .put("body", body)
                .put("isBase64Encoded", false);
        event.putObject("headers").put("Authorization", "Bearer " + account).put("Content-Type", "application/json");
        event.putObject("requestContext").put("requestId", "r");
        return event;
    }
}
