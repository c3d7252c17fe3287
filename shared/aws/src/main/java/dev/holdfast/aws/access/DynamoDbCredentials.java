package dev.holdfast.aws.access;

import dev.holdfast.aws.item.Item;
import dev.holdfast.channels.Credentials;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The accounts in the table of channels: key {@code credential}, the hash of the access key. */
public final class DynamoDbCredentials implements Credentials {
    static final String KEY = "credential";
    private static final String PRINCIPAL = "principal";
    private static final String CHANNEL = "channel";
    private static final String ROLES = "roles";
    static final String REVOKED = "revoked";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbCredentials(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} One consistent read: 1 read unit. */
    @Override
    public Optional<Principal> find(KeyHash key) {
        Item item = new Item(dynamoDb.getItem(request -> request.tableName(table)
                        .key(Map.of(KEY, AttributeValue.fromS(key.hex())))
                        .consistentRead(true))
                .item());
        if (item.attributes().isEmpty() || item.flag(REVOKED)) {
            return Optional.empty();
        }
        return Optional.of(principal(item));
    }

    /** Whose account or key an item is. */
    static Principal principal(Item item) {
        return new Principal(
                new Actor(item.string(PRINCIPAL)),
                item.findString(CHANNEL).map(ChannelId::new),
                item.strings(ROLES).stream()
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }

    /** The item of a key, as {@link #find} reads it: 1 write unit. */
    public static Map<String, AttributeValue> item(KeyHash key, Principal principal) {
        Map<String, AttributeValue> item = new HashMap<>(account(principal));
        item.put(KEY, AttributeValue.fromS(key.hex()));
        return Map.copyOf(item);
    }

    /** What {@link #principal} reads. */
    static Map<String, AttributeValue> account(Principal principal) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(PRINCIPAL, AttributeValue.fromS(principal.name().value()));
        principal.channel().ifPresent(channel -> item.put(CHANNEL, AttributeValue.fromS(channel.value())));
        item.put(
                ROLES,
                AttributeValue.fromSs(principal.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList()));
        return Map.copyOf(item);
    }
}
