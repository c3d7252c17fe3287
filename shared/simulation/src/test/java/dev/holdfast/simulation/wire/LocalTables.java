package dev.holdfast.simulation.wire;

import dev.holdfast.aws.Tables;
import dev.holdfast.simulation.world.House;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** The template's tables in DynamoDB Local, in memory: over HTTP for functions, past it for us. */
final class LocalTables implements AutoCloseable {
    private static final int NO_AUTHORITY = 0;
    private static final String KEY = "local";
    private static final String REGION = "local";

    private final LocalDynamoDBRequestHandler requests =
            new LocalDynamoDBRequestHandler(NO_AUTHORITY, true, null, true, false);
    private final Handler handler = new LocalDynamoDBServerHandler(requests, null);
    private final Loopback loopback = Loopback.serve(handler);
    private final Map<String, List<String>> keys = new HashMap<>();

    LocalTables() {
        for (CreateTableRequest table : Tables.declared()) {
            requests.createTable(KEY, REGION, table);
            keys.put(
                    table.tableName(),
                    table.keySchema().stream()
                            .map(KeySchemaElement::attributeName)
                            .toList());
        }
    }

    URI uri() {
        return loopback.uri();
    }

    /** What answers at {@link #uri()}. */
    Handler handler() {
        return handler;
    }

    Set<String> names() {
        return keys.keySet();
    }

    /** The items of a table by their keys. */
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> all(String table) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> all = new HashMap<>();
        ScanResponse page;
        ScanRequest scan =
                ScanRequest.builder().tableName(table).consistentRead(true).build();
        do {
            page = requests.scan(KEY, REGION, scan);
            page.items().forEach(item -> all.put(key(table, item), item));
            scan = scan.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
        } while (page.hasLastEvaluatedKey());
        return all;
    }

    private Map<String, AttributeValue> key(String table, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(keys.getOrDefault(table, List.of()));
        return key;
    }

    /** The house as it is before anything happens. */
    void furnish() {
        for (String table : names()) {
            Map<Map<String, AttributeValue>, Map<String, AttributeValue>> left = all(table);
            for (Map<String, AttributeValue> item : House.items(table)) {
                if (!item.equals(left.remove(key(table, item)))) {
                    requests.putItem(
                            KEY,
                            REGION,
                            PutItemRequest.builder().tableName(table).item(item).build());
                }
            }
            left.keySet()
                    .forEach(key -> requests.deleteItem(
                            KEY,
                            REGION,
                            DeleteItemRequest.builder()
                                    .tableName(table)
                                    .key(key)
                                    .build()));
        }
    }

    @Override
    public void close() {
        loopback.close();
        requests.shutdown();
    }
}
