package dev.holdfast.local.bench;

import dev.holdfast.aws.item.ItemSize;
import dev.holdfast.local.cloud.template.TableSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * What a write costs on demand. Source: Amazon DynamoDB Developer Guide, "DynamoDB read and write operations": each
 * started KB of the larger of the item before and after is one unit, two in a transaction; an entry of a global
 * secondary index is written when it appears, disappears or changes, and twice when its key changes.
 */
final class Pricing {
    private static final int IN_A_TRANSACTION = 2;

    private final Map<String, CreateTableRequest> tables = new HashMap<>();

    Pricing(Collection<TableSpec> specs) {
        specs.forEach(spec -> tables.put(spec.name(), spec.request()));
    }

    /** The key of an item within its table. */
    Map<String, AttributeValue> key(String table, Map<String, AttributeValue> item) {
        return only(item, names(declared(table).keySchema()));
    }

    /** What it costs to make {@code after} of {@code before}; an empty map is an item that is not there. */
    WriteUnits of(
            String table,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after,
            boolean inTransaction) {
        int larger = Math.max(ItemSize.bytes(before), ItemSize.bytes(after));
        long units = (long) ItemSize.writeUnits(larger) * (inTransaction ? IN_A_TRANSACTION : 1);
        CreateTableRequest declared = declared(table);
        List<String> tableKey = names(declared.keySchema());
        long indexes = declared.globalSecondaryIndexes().stream()
                .mapToLong(index -> entry(names(index.keySchema()), tableKey, before, after))
                .sum();
        return new WriteUnits(units, indexes);
    }

    private static long entry(
            List<String> indexKey,
            List<String> tableKey,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        boolean was = before.keySet().containsAll(indexKey);
        boolean is = after.keySet().containsAll(indexKey);
        // All our indexes project keys only, so an entry whose keys stay is not written.
        boolean stays = was && is && only(before, indexKey).equals(only(after, indexKey));
        if (stays) {
            return 0;
        }
        List<String> projected =
                Stream.concat(indexKey.stream(), tableKey.stream()).toList();
        return (was ? (long) ItemSize.writeUnits(ItemSize.bytes(only(before, projected))) : 0)
                + (is ? ItemSize.writeUnits(ItemSize.bytes(only(after, projected))) : 0);
    }

    private CreateTableRequest declared(String table) {
        CreateTableRequest found = tables.get(table);
        if (found == null) {
            throw new IllegalArgumentException("the template declares no table " + table);
        }
        return found;
    }

    private static List<String> names(List<KeySchemaElement> schema) {
        return schema.stream().map(KeySchemaElement::attributeName).toList();
    }

    private static Map<String, AttributeValue> only(Map<String, AttributeValue> item, List<String> names) {
        Map<String, AttributeValue> some = new HashMap<>(item);
        some.keySet().retainAll(names);
        return some;
    }
}
