package dev.holdfast.local.cloud;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys by which one calls the API of the local cloud, and no other. */
public final class AccessKeys {
    public static final AccessKey SHOP = new AccessKey("hf_local_shop", "demo-shop", "demo-shop", List.of("channel"));
    public static final AccessKey MARKET =
            new AccessKey("hf_local_market", "demo-market", "demo-market", List.of("channel"));
    public static final AccessKey STAFF = new AccessKey(
            "hf_local_staff", "local-staff", null, List.of("warehouse", "procurement", "support", "admin"));

    private static final String TABLE = "ChannelsTable";

    private AccessKeys() {}

    /** A key, who holds it, and what the holder may do. */
    public record AccessKey(
            String key, String principal, @Nullable String channel, List<String> roles) {}

    public static List<AccessKey> all() {
        return List.of(SHOP, MARKET, STAFF);
    }

    static void seed(DynamoDbClient tables) {
        if (tables.listTables().tableNames().contains(TABLE)) {
            all().forEach(key ->
                    tables.putItem(request -> request.tableName(TABLE).item(item(key))));
        }
    }

    private static Map<String, AttributeValue> item(AccessKey key) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("credential", AttributeValue.fromS(sha256(key.key())));
        item.put("principal", AttributeValue.fromS(key.principal()));
        item.put("roles", AttributeValue.fromSs(key.roles()));
        if (key.channel() != null) {
            item.put("channel", AttributeValue.fromS(key.channel()));
        }
        return item;
    }

    private static String sha256(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
