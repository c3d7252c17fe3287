package dev.holdfast.local.verify;

import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.ordering.Held;
import dev.holdfast.ordering.Order;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** I3: what is reserved is what orders hold and have not shipped; who stands in line is who waits; nothing is held twice. */
public final class ReservationsAgree implements Check {
    @Override
    public String invariant() {
        return "I3";
    }

    @Override
    public String statement() {
        return "reservations agree: reserved = held by orders, waiting = the line = what orders lack";
    }

    @Override
    public String scope(Snapshot snapshot) {
        long held = snapshot.orders().values().stream()
                .flatMap(stored -> stored.order().allHeld().stream())
                .filter(one -> !one.shipped())
                .count();
        return held + " open allocations, " + snapshot.places().size() + " places in line";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        return reserved(snapshot).or(() -> places(snapshot)).or(() -> totals(snapshot));
    }

    private Optional<Violation> reserved(Snapshot snapshot) {
        SortedMap<String, Long> counted = new TreeMap<>();
        snapshot.stock()
                .values()
                .forEach(row -> row.shelves()
                        .forEach((location, shelf) -> counted.put(row.sku() + " at " + location, shelf.reserved())));
        SortedMap<String, Long> held = new TreeMap<>();
        for (StoredOrder stored : snapshot.orders().values()) {
            for (Held one : stored.order().allHeld()) {
                if (!one.shipped()) {
                    held.merge(
                            one.allocation().sku() + " at " + one.allocation().location(),
                            one.allocation().units(),
                            Long::sum);
                }
            }
        }
        return difference(counted, held)
                .map(key -> violation(key + " counts " + counted.getOrDefault(key, 0L) + " reserved; orders hold "
                        + held.getOrDefault(key, 0L) + " there that are not shipped"));
    }

    private Optional<Violation> places(Snapshot snapshot) {
        SortedMap<String, Long> line = new TreeMap<>();
        snapshot.places().forEach(row -> line.put(row.place(), row.units()));
        SortedMap<String, Long> lacking = new TreeMap<>();
        for (StoredOrder stored : snapshot.orders().values()) {
            Order order = stored.order();
            for (int chunk = 0; chunk < order.content().chunks(); chunk++) {
                for (WaitingDemand waiting : order.waitingIn(chunk)) {
                    PlaceRow place = new PlaceRow(
                            waiting.place().sku().value(),
                            waiting.place().acceptedAt().toEpochMilli(),
                            stored.id(),
                            waiting.units());
                    lacking.put(place.place(), place.units());
                }
            }
        }
        return difference(line, lacking)
                .map(key -> violation("the line of " + key + " is for " + line.getOrDefault(key, 0L)
                        + " units; the order lacks " + lacking.getOrDefault(key, 0L)));
    }

    private Optional<Violation> totals(Snapshot snapshot) {
        SortedMap<String, Long> counted = new TreeMap<>();
        SortedMap<String, Long> tentative = new TreeMap<>();
        snapshot.stock().values().forEach(row -> {
            counted.put(row.sku(), row.waiting());
            tentative.put(row.sku(), row.tentative());
        });
        SortedMap<String, Long> line = new TreeMap<>();
        snapshot.places().forEach(row -> line.merge(row.sku(), row.units(), Long::sum));
        SortedMap<String, Long> heldTentatively = tentative(snapshot);
        return difference(counted, line)
                .map(sku -> violation(sku + " counts " + counted.getOrDefault(sku, 0L)
                        + " units waiting; its line adds up to " + line.getOrDefault(sku, 0L)))
                .or(() -> difference(tentative, heldTentatively)
                        .map(sku -> violation(sku + " counts " + tentative.getOrDefault(sku, 0L)
                                + " units held tentatively; unfinished wide orders hold "
                                + heldTentatively.getOrDefault(sku, 0L))));
    }

    private static SortedMap<String, Long> tentative(Snapshot snapshot) {
        SortedMap<String, Long> units = new TreeMap<>();
        for (StoredOrder stored : snapshot.orders().values()) {
            stored.order().held().forEach((chunk, all) -> {
                if (stored.order().state().progress().isTentative(chunk)) {
                    all.forEach(one -> units.merge(
                            one.allocation().sku().value(), one.allocation().units(), Long::sum));
                }
            });
        }
        return units;
    }

    /** The first key at which two counts differ; a count that is not there is 0. */
    private static Optional<String> difference(Map<String, Long> one, Map<String, Long> other) {
        SortedSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !one.getOrDefault(key, 0L).equals(other.getOrDefault(key, 0L)))
                .findFirst();
    }

    private Violation violation(String what) {
        return new Violation(invariant(), what);
    }
}
