package dev.holdfast.simulation.wire;

import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.simulation.check.Raw;
import dev.holdfast.simulation.world.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must have come of a day also where orders that would have been held together were held one by one: then only
 * versions and the division into journal entries differ.
 *
 * @param moved units by kind, cause, SKU, location and counter, as the journal adds up
 * @param items all items of all tables, but for the journal, the history and what is named after versions
 * @param events what was published, likewise
 */
record Essence(Map<List<String>, Long> moved, Map<String, Set<Map<String, AttributeValue>>> items, Set<String> events) {
    private static final Set<String> VERSIONS =
            Set.of("version", "lineVersion", "lastEntryId", "lastVersion", "basisVersion");

    static Essence of(Branch.Left left) {
        Map<List<String>, Long> moved = new HashMap<>();
        left.items().getOrDefault(Names.JOURNAL, Set.of()).forEach(item -> add(moved, JournalItem.entry(item)));
        Map<String, Set<Map<String, AttributeValue>>> items = new HashMap<>(left.items());
        items.keySet().removeAll(Set.of(Names.JOURNAL, Names.HISTORY));
        items.replaceAll((table, all) -> all.stream().map(Essence::versionless).collect(Collectors.toSet()));
        Set<String> events = left.events().stream()
                .map(event -> event.replaceAll("\"basisVersion\":\\d+", ""))
                .collect(Collectors.toSet());
        return new Essence(moved, items, events);
    }

    /** Units by SKU, location and counter, as the journal adds up; none that is 0. */
    Map<String, Long> booked() {
        Map<String, Long> booked = new TreeMap<>();
        moved.forEach((move, units) -> booked.merge(String.join(" ", move.subList(2, move.size())), units, Long::sum));
        booked.values().removeIf(units -> units == 0);
        return booked;
    }

    /** The same, as the shelves say. */
    static Map<String, Long> counted(Branch.Left left) {
        Map<String, Long> counted = new TreeMap<>();
        for (Map<String, AttributeValue> item : left.items().getOrDefault(Names.STOCK, Set.of())) {
            String sku = Raw.text(item, "shelf").replace("#00", "");
            item.forEach((name, value) -> {
                if (name.startsWith("a#") || name.startsWith("r#")) {
                    counted.put(
                            sku + " " + name.substring(2) + " " + (name.startsWith("a") ? "available" : "reserved"),
                            Long.parseLong(value.n()));
                } else if (name.equals("waiting") || name.equals("tentative")) {
                    counted.put(sku + "  " + name, Long.parseLong(value.n()));
                }
            });
        }
        counted.values().removeIf(units -> units == 0);
        return counted;
    }

    private static void add(Map<List<String>, Long> moved, JournalEntry entry) {
        for (JournalEntry.Line line : entry.lines()) {
            String location = line.location().map(Object::toString).orElse("");
            List<String> cause = List.of(
                    entry.kind().name(),
                    entry.causes().get(line.cause()).id(),
                    line.sku().value());
            add(moved, cause, location, "available", line.change().available());
            add(moved, cause, location, "reserved", line.change().reserved());
            add(moved, cause, "", "waiting", line.waiting());
            add(moved, cause, "", "tentative", line.tentative());
        }
    }

    private static void add(
            Map<List<String>, Long> moved, List<String> cause, String location, String counter, long units) {
        List<String> move = new ArrayList<>(cause);
        move.add(location);
        move.add(counter);
        moved.merge(move, units, Long::sum);
    }

    private static Map<String, AttributeValue> versionless(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> rest = new HashMap<>(item);
        rest.keySet().removeAll(VERSIONS);
        return rest;
    }
}
