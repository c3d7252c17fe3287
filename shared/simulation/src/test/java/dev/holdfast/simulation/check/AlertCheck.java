package dev.holdfast.simulation.check;

import dev.holdfast.simulation.aws.MemoryDynamoDb;
import dev.holdfast.simulation.engine.Violation;
import dev.holdfast.simulation.world.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** I15: alerts are the downward crossings of the position in the stock history, in order, and each was told. */
final class AlertCheck {
    private final MemoryDynamoDb store;
    private final Map<String, NavigableMap<Long, Map<String, AttributeValue>>> steps;
    private final Set<String> told;

    AlertCheck(
            MemoryDynamoDb store,
            Map<String, NavigableMap<Long, Map<String, AttributeValue>>> steps,
            Set<String> told) {
        this.store = store;
        this.steps = steps;
        this.told = told;
    }

    void look() {
        Map<String, List<String>> raised = new TreeMap<>();
        for (Map<String, AttributeValue> item : store.all(Names.REPLENISHMENT)) {
            if (Raw.text(item, "item").startsWith("ALERT#")) {
                raised.computeIfAbsent(Raw.text(item, "sku"), _ -> new ArrayList<>())
                        .add(Raw.number(item, "epoch") + " at version " + Raw.number(item, "basisVersion"));
            }
        }
        steps.forEach((sku, versions) -> {
            List<String> wanted = crossings(versions);
            Violation.unless(
                    wanted.equals(raised.getOrDefault(sku, List.of())),
                    "I15",
                    () -> sku + " crossed " + wanted + ", alerts are " + raised.getOrDefault(sku, List.of()));
        });
        long published = told.stream().filter(id -> !id.startsWith("ord_")).count();
        long all = raised.values().stream().mapToLong(List::size).sum();
        Violation.unless(published == all, "I15", () -> all + " alerts were raised and " + published + " published");
    }

    private static List<String> crossings(NavigableMap<Long, Map<String, AttributeValue>> steps) {
        List<String> crossings = new ArrayList<>();
        boolean armed = true;
        for (Map.Entry<Long, Map<String, AttributeValue>> step : steps.entrySet()) {
            Map<String, AttributeValue> after = step.getValue();
            Optional<Long> point = Raw.find(after, "reorderPointAfter");
            Optional<Long> rearm = Raw.find(after, "rearmAboveAfter");
            if (point.isEmpty() || rearm.isEmpty()) {
                continue;
            }
            long position = Raw.number(after, "availableAfter")
                    + Raw.number(after, "onOrderAfter")
                    - Raw.number(after, "waitingAfter");
            if (armed && position <= point.get()) {
                armed = false;
                crossings.add(crossings.size() + 1 + " at version " + step.getKey());
            } else if (!armed && position > rearm.get()) {
                armed = true;
            }
        }
        return crossings;
    }
}
