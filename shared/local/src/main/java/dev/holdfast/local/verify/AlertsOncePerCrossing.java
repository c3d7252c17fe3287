package dev.holdfast.local.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * I15: the alerts in the Replenishment table and at the topic are the downward crossings of the position in the stock
 * history, in the order of versions, with epochs without gaps and one event id each.
 */
public final class AlertsOncePerCrossing implements Check {
    @Override
    public String invariant() {
        return "I15";
    }

    @Override
    public String statement() {
        return "alerts: one per downward crossing, in the table and at the topic";
    }

    @Override
    public String scope(Snapshot snapshot) {
        return snapshot.alerts().size() + " alerts, " + snapshot.published().size() + " publications";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        Map<String, AlertRow> asked = new HashMap<>();
        List<AlertRow> inOrder = new ArrayList<>();
        snapshot.history().values().forEach(steps -> inOrder.addAll(Crossings.of(steps)));
        inOrder.forEach(alert -> asked.put(key(alert), alert));
        return table(snapshot, inOrder, asked).or(() -> topic(snapshot, inOrder, asked));
    }

    private Optional<Violation> table(Snapshot snapshot, List<AlertRow> inOrder, Map<String, AlertRow> asked) {
        Map<String, AlertRow> raised = new HashMap<>();
        snapshot.alerts().forEach(alert -> raised.put(key(alert), alert));
        for (AlertRow alert : inOrder) {
            AlertRow there = raised.get(key(alert));
            if (there == null) {
                return violation("the history asks for " + alert.words() + ", which was not raised");
            }
            if (!there.equals(alert)) {
                return violation("the history asks for " + alert.words() + "; raised was " + there.words());
            }
        }
        return snapshot.alerts().stream()
                .filter(alert -> !asked.containsKey(key(alert)))
                .findFirst()
                .flatMap(alert -> violation(alert.words() + " was raised; the history has no such crossing"));
    }

    private Optional<Violation> topic(Snapshot snapshot, List<AlertRow> inOrder, Map<String, AlertRow> asked) {
        Map<String, String> eventOf = new HashMap<>();
        Map<String, String> alertOf = new HashMap<>();
        for (PublishedAlert event : snapshot.published()) {
            String key = key(event.alert());
            if (!event.alert().equals(asked.get(key))) {
                return violation("event " + event.eventId() + " tells of "
                        + event.alert().words() + "; the history has no such crossing");
            }
            String id = eventOf.merge(key, event.eventId(), (first, _) -> first);
            String alert = alertOf.merge(event.eventId(), key, (first, _) -> first);
            if (!id.equals(event.eventId()) || !alert.equals(key)) {
                return violation(event.alert().words() + " was published as event " + event.eventId() + "; " + alert
                        + " has the event " + id);
            }
        }
        return inOrder.stream()
                .filter(alert -> !eventOf.containsKey(key(alert)))
                .findFirst()
                .flatMap(alert -> violation(alert.words() + " was raised and never published"));
    }

    private static String key(AlertRow alert) {
        return alert.sku() + " " + alert.epoch();
    }

    private Optional<Violation> violation(String what) {
        return Optional.of(new Violation(invariant(), what));
    }
}
