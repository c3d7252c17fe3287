package dev.holdfast.aws.access;

import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.channels.Account;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.port.Accounts;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Accounts in the table of channels: {@code account#NAME} lists the live keys, and each key is an item of its own, which
 * is all that a request reads. A revoked key's item stays and says so.
 */
public final class DynamoDbAccounts implements Accounts {
    private static final String ACCOUNT = "account#";
    private static final String KEYS = "keys";
    private static final String VERSION = "version";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbAccounts(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} 1 read unit. */
    @Override
    public Optional<Account> find(Actor name) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(ACCOUNT + name)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(account(item));
    }

    /** {@inheritDoc} Half a read unit per 4 KB of the table. */
    @Override
    public List<Account> all() {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .filter(item -> new Item(item).string(DynamoDbCredentials.KEY).startsWith(ACCOUNT))
                .map(DynamoDbAccounts::account)
                .sorted(Comparator.comparing(
                        account -> account.principal().name().value()))
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Condition on the account: it is at the version before, or not there; on a new key: its item is not there. 2 write
     * units for the account and 2 for each key.
     */
    @Override
    public CommitOutcome save(Account before, Account after) {
        Transaction transaction = new Transaction();
        transaction.add(putAccount(before.version(), after));
        after.keys().stream()
                .filter(key -> !before.holds(key.hash()))
                .map(key -> putKey(after, key))
                .forEach(transaction::add);
        before.keys().stream()
                .filter(key -> !after.holds(key.hash()))
                .map(this::revokeKey)
                .forEach(transaction::add);
        return transaction.attempt(dynamoDb).outcome();
    }

    private TransactWriteItem putAccount(long versionBefore, Account account) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoDbCredentials.account(account.principal()));
        item.putAll(key(ACCOUNT + account.principal().name()));
        item.put(VERSION, AttributeValue.fromN(Long.toString(account.version())));
        Map<String, AttributeValue> keys = new HashMap<>();
        account.keys()
                .forEach(key -> keys.put(
                        key.hash().hex(), AttributeValue.fromS(key.madeAt().toString())));
        item.put(KEYS, AttributeValue.fromM(keys));
        Put.Builder put = Put.builder().tableName(table).item(item);
        if (versionBefore == 0) {
            put.conditionExpression("attribute_not_exists(" + DynamoDbCredentials.KEY + ")");
        } else {
            put.conditionExpression(VERSION + " = :before")
                    .expressionAttributeValues(Map.of(":before", AttributeValue.fromN(Long.toString(versionBefore))));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem putKey(Account account, Account.LiveKey key) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(DynamoDbCredentials.item(key.hash(), account.principal()))
                        .conditionExpression("attribute_not_exists(" + DynamoDbCredentials.KEY + ")")
                        .build())
                .build();
    }

    private TransactWriteItem revokeKey(Account.LiveKey key) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(key(key.hash().hex()))
                        .updateExpression("SET " + DynamoDbCredentials.REVOKED + " = :yes")
                        .conditionExpression("attribute_exists(" + DynamoDbCredentials.KEY + ")")
                        .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> key(String credential) {
        return Map.of(DynamoDbCredentials.KEY, AttributeValue.fromS(credential));
    }

    private static Account account(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new Account(
                DynamoDbCredentials.principal(item),
                item.get(KEYS).m().entrySet().stream()
                        .map(key -> new Account.LiveKey(
                                new KeyHash(key.getKey()),
                                Instant.parse(key.getValue().s())))
                        .sorted(Comparator.comparing(Account.LiveKey::madeAt))
                        .toList(),
                item.number(VERSION));
    }
}
