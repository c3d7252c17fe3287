package dev.holdfast.simulation.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An index of keys, brought up to date only as far as a reader is allowed to see. */
final class Index {
    private final Table.KeyNames own;
    private final Table.KeyNames table;
    private final Map<String, TreeMap<Place, Map<String, AttributeValue>>> partitions = new HashMap<>();
    private final Deque<Late> late = new ArrayDeque<>();

    private record Late(Change change, long atMillis) {}

    /** Where an item stands in a partition of the index. */
    record Place(AttributeValue sort, Change.Key key) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int bySort = Values.compare(sort, other.sort);
            if (bySort != 0) {
                return bySort;
            }
            int byPartition = key.partition().compareTo(other.key.partition());
            return byPartition != 0 ? byPartition : key.sort().compareTo(other.key.sort());
        }
    }

    Index(Table.KeyNames own, Table.KeyNames table) {
        this.own = own;
        this.table = table;
    }

    Index copy() {
        Index copy = new Index(own, table);
        partitions.forEach((key, items) -> copy.partitions.put(key, new TreeMap<>(items)));
        copy.late.addAll(late);
        return copy;
    }

    Table.KeyNames keyNames() {
        return own;
    }

    void note(Change change, long nowMillis) {
        if (change.before().containsKey(own.partition()) || change.after().containsKey(own.partition())) {
            late.add(new Late(change, nowMillis));
        }
    }

    /** Lets the index see what was written up to this time. */
    void catchUp(long upToMillis) {
        while (!late.isEmpty() && late.getFirst().atMillis <= upToMillis) {
            Change change = late.removeFirst().change;
            if (isIndexed(change.before())) {
                partition(change.before()).remove(place(change.before(), change.key()));
            }
            if (isIndexed(change.after())) {
                partition(change.after()).put(place(change.after(), change.key()), projected(change.after()));
            }
        }
    }

    private NavigableMap<Place, Map<String, AttributeValue>> partition(Map<String, AttributeValue> item) {
        return partitions.computeIfAbsent(value(item, own.partition()).s(), _ -> new TreeMap<>());
    }

    private boolean isIndexed(Map<String, AttributeValue> item) {
        return item.containsKey(own.partition()) && item.containsKey(own.sort());
    }

    /** Where an item with these keys stands. */
    Place place(Map<String, AttributeValue> item, Change.Key key) {
        return new Place(value(item, own.sort()), key);
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        if (value == null) {
            throw Refusals.validation("The provided key element is missing: " + attribute);
        }
        return value;
    }

    /** Keys only. */
    private Map<String, AttributeValue> projected(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> keys = new HashMap<>();
        for (String name : List.of(table.partition(), table.sort(), own.partition(), own.sort())) {
            AttributeValue value = item.get(name);
            if (value != null) {
                keys.put(name, value);
            }
        }
        return Map.copyOf(keys);
    }

    /** The items of one partition, in order. */
    List<Map<String, AttributeValue>> items(String partition) {
        TreeMap<Place, Map<String, AttributeValue>> items = partitions.get(partition);
        return items == null ? List.of() : new ArrayList<>(items.values());
    }
}
