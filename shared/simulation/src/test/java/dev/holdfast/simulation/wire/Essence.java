package dev.holdfast.simulation.wire;

import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.simulation.world.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
record Essence(
        Map<List<String>, Long> moved, Map<String, Set<Map<String, AttributeValue>>> items, Set<String> events) {
    private static final Set<String> VERSIONS = Set.of("version", "lineVersion", "lastEntryId", "lastVersion", "basisVersion");

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

    private static void add(Map<List<String>, Long> moved, JournalEntry entry) {
        for (JournalEntry.Line line : entry.lines()) {
            Map.of(
                            "available", line.change().available(),
                            "reserved", line.change().reserved(),
                            "waiting", line.waiting(),
                            "tentative", line.tentative())
                    .forEach((counter, units) -> moved.merge(
                            List.of(
                                    entry.kind().name(),
                                    entry.causes().get(line.cause()).id(),
                                    line.sku().value(),
                                    line.location().map(Object::toString).orElse(""),
                                    counter),
                            units,
                            Long::sum));
        }
    }

    private static Map<String, AttributeValue> versionless(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> rest = new HashMap<>(item);
        rest.keySet().removeAll(VERSIONS);
        return rest;
    }
}
