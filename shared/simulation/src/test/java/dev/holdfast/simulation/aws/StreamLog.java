package dev.holdfast.simulation.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table's stream: records in shards by partition key, in order within each. */
public final class StreamLog {
    private static final int NUMBER_DIGITS = 21;

    private final String table;
    private final String arn;
    private final List<List<ObjectNode>> shards = new ArrayList<>();
    /** The last image of each item: the old one of its next change. */
    private final Map<Change.Key, ObjectNode> images = new HashMap<>();

    private int records;

    public StreamLog(String table, int shards) {
        this.table = table;
        this.arn = "arn:aws:dynamodb:eu-central-1:0:table/" + table + "/stream/1";
        for (int i = 0; i < shards; i++) {
            this.shards.add(new ArrayList<>());
        }
    }

    /** The records of a shard so far. */
    public List<ObjectNode> shard(int index) {
        return shards.get(index);
    }

    public int shards() {
        return shards.size();
    }

    /** The shard of a change. */
    public int shard(Change change) {
        return Math.floorMod(change.key().partition().hashCode(), shards.size());
    }

    /** Adds a change as Lambda receives it. */
    public void add(Change change, Map<String, AttributeValue> keys) {
        String digits = Integer.toString(++records);
        String number = "0".repeat(NUMBER_DIGITS - digits.length()) + digits;
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("eventID", table + number)
                .put(
                        "eventName",
                        change.before().isEmpty() ? "INSERT" : change.after().isEmpty() ? "REMOVE" : "MODIFY")
                .put("eventSource", "aws:dynamodb")
                .put("eventSourceARN", arn);
        ObjectNode body = record.putObject("dynamodb").put("SequenceNumber", number);
        body.set("Keys", image(keys));
        ObjectNode before = images.remove(change.key());
        if (!change.before().isEmpty()) {
            body.set("OldImage", before == null ? image(change.before()) : before);
        }
        if (!change.after().isEmpty()) {
            ObjectNode after = image(change.after());
            images.put(change.key(), after);
            body.set("NewImage", after);
        }
        shards.get(shard(change)).add(record);
    }

    private static ObjectNode image(Map<String, AttributeValue> item) {
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        item.forEach((name, value) -> image.set(name, typed(value)));
        return image;
    }

    private static ObjectNode typed(AttributeValue value) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        switch (value.type()) {
            case S -> typed.put("S", value.s());
            case N -> typed.put("N", value.n());
            case BOOL -> typed.put("BOOL", value.bool());
            case B ->
                typed.put("B", Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe()));
            case M -> typed.set("M", image(value.m()));
            case L -> {
                ArrayNode list = typed.putArray("L");
                value.l().forEach(element -> list.add(typed(element)));
            }
            case SS -> {
                ArrayNode list = typed.putArray("SS");
                value.ss().forEach(list::add);
            }
            case NS, BS, NUL, UNKNOWN_TO_SDK_VERSION ->
                throw new UnsupportedOperationException("nothing of ours stores " + value.type());
        }
        return typed;
    }
}
