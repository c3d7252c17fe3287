package dev.holdfast.simulation.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.simulation.aws.Change;
import dev.holdfast.simulation.aws.StreamLog;
import dev.holdfast.simulation.world.Names;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the streams tell, read off the tables after each call that may have written. */
final class Streams {
    private static final List<String> STREAMED = List.of(Names.ORDERS, Names.REPLENISHMENT, Names.STOCK);
    private static final Set<String> WRITES = Set.of("transactWriteItems", "putItem");

    private final LocalTables tables;
    private final Map<String, Map<Map<String, AttributeValue>, Map<String, AttributeValue>>> seen = new TreeMap<>();
    private final Map<String, StreamLog> logs = new TreeMap<>();

    /** From here on. */
    Streams(LocalTables tables) {
        this.tables = tables;
        for (String table : STREAMED) {
            seen.put(table, tables.all(table));
            logs.put(table, new StreamLog(table, 1));
        }
    }

    /** The client, watched as it writes. */
    DynamoDbClient watched(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (WRITES.contains(method.getName())) {
                            logs.forEach(this::look);
                        }
                    }
                });
    }

    private void look(String table, StreamLog log) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> after = tables.all(table);
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> before =
                Optional.ofNullable(seen.put(table, after)).orElseThrow();
        Set<Map<String, AttributeValue>> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.stream().sorted(Comparator.comparing(Object::toString)).forEach(key -> {
            Map<String, AttributeValue> was = before.getOrDefault(key, Map.of());
            Map<String, AttributeValue> is = after.getOrDefault(key, Map.of());
            if (!was.equals(is)) {
                log.add(new Change(table, new Change.Key(key.toString(), ""), was, is), key);
            }
        });
    }

    /** What a table's stream has to tell since it was last asked. */
    Optional<ObjectNode> next(String table) {
        List<ObjectNode> records = Optional.ofNullable(logs.put(table, new StreamLog(table, 1)))
                .orElseThrow()
                .shard(0);
        ObjectNode event = JsonText.object();
        event.putArray("Records").addAll(records);
        return records.isEmpty() ? Optional.empty() : Optional.of(event);
    }

    List<String> tables() {
        return STREAMED;
    }
}
