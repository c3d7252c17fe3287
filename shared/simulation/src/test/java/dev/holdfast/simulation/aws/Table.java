package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Items by their keys, with indexes that may lag behind. Items are never changed in place. */
final class Table {
    private final String name;
    private final KeyNames keyNames;
    private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> partitions = new HashMap<>();
    private final Map<String, Index> indexes = new HashMap<>();

    /** Names of the key's attributes; the sort key's is empty where there is none. */
    record KeyNames(String partition, String sort) {
        static KeyNames of(List<KeySchemaElement> schema) {
            String partition = "";
            String sort = "";
            for (KeySchemaElement element : schema) {
                if (element.keyType() == KeyType.HASH) {
                    partition = element.attributeName();
                } else {
                    sort = element.attributeName();
                }
            }
            return new KeyNames(partition, sort);
        }
    }

    private Table(String name, KeyNames keyNames) {
        this.name = name;
        this.keyNames = keyNames;
    }

    static Table of(CreateTableRequest request) {
        Table table = new Table(request.tableName(), KeyNames.of(request.keySchema()));
        for (GlobalSecondaryIndex index : request.globalSecondaryIndexes()) {
            table.indexes.put(index.indexName(), new Index(KeyNames.of(index.keySchema()), table.keyNames));
        }
        return table;
    }

    /** The same items in a table of its own. */
    Table copy() {
        Table copy = new Table(name, keyNames);
        partitions.forEach((key, items) -> copy.partitions.put(key, new TreeMap<>(items)));
        indexes.forEach((key, index) -> copy.indexes.put(key, index.copy()));
        return copy;
    }

    String name() {
        return name;
    }

    KeyNames keyNames() {
        return keyNames;
    }

    Change.Key key(Map<String, AttributeValue> item) {
        return new Change.Key(text(item, keyNames.partition), keyNames.sort.isEmpty() ? "" : text(item, keyNames.sort));
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        if (value == null || value.s() == null || value.s().isEmpty()) {
            throw Refusals.validation("One of the required keys was not given a value");
        }
        return value.s();
    }

    /** The attributes of this key. */
    Map<String, AttributeValue> attributes(Change.Key key) {
        return keyNames.sort.isEmpty()
                ? Map.of(keyNames.partition, AttributeValue.fromS(key.partition()))
                : Map.of(
                        keyNames.partition,
                        AttributeValue.fromS(key.partition()),
                        keyNames.sort,
                        AttributeValue.fromS(key.sort()));
    }

    /** The item; empty where there is none. */
    Map<String, AttributeValue> get(Change.Key key) {
        NavigableMap<String, Map<String, AttributeValue>> items = partitions.get(key.partition());
        Map<String, AttributeValue> item = items == null ? null : items.get(key.sort());
        return item == null ? Map.of() : item;
    }

    NavigableMap<String, Map<String, AttributeValue>> partition(String key) {
        NavigableMap<String, Map<String, AttributeValue>> items = partitions.get(key);
        return items == null ? new TreeMap<>() : items;
    }

    List<Map<String, AttributeValue>> all() {
        List<Map<String, AttributeValue>> all = new ArrayList<>();
        partitions.values().forEach(items -> all.addAll(items.values()));
        return all;
    }

    void write(Change change, long nowMillis) {
        Change.Key key = change.key();
        if (change.after().isEmpty()) {
            NavigableMap<String, Map<String, AttributeValue>> items = partition(key.partition());
            items.remove(key.sort());
        } else {
            partitions.computeIfAbsent(key.partition(), _ -> new TreeMap<>()).put(key.sort(), change.after());
        }
        for (Index index : indexes.values()) {
            index.note(change, nowMillis);
        }
    }

    Index index(String named) {
        Index index = indexes.get(named);
        if (index == null) {
            throw Refusals.validation("The table does not have the specified index: " + named);
        }
        return index;
    }
}
