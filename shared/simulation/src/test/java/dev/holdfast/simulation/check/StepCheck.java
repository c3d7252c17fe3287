package dev.holdfast.simulation.check;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.simulation.aws.Change;
import dev.holdfast.simulation.aws.MemoryDynamoDb;
import dev.holdfast.simulation.engine.Violation;
import dev.holdfast.simulation.world.Ledger;
import dev.holdfast.simulation.world.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold after every commit, looked at commit by commit: counters move only with the journal and with the
 * documents that hold them, and orders only along declared transitions. From an empty beginning it follows that sums
 * agree in every state.
 */
public final class StepCheck {
    private final MemoryDynamoDb store;
    private final Ledger ledger;
    /** Units that left, by order and SKU. */
    private final Map<String, Long> shipped = new HashMap<>();

    private final Map<String, Map<String, Long>> ordered = new HashMap<>();

    public StepCheck(MemoryDynamoDb store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** One commit's sums; all must come out as 0. */
    private static final class Sums {
        /** Counters less journal. */
        private final Map<String, Long> conserved = new HashMap<>();
        /** Reserved less what orders hold. */
        private final Map<String, Long> reserved = new HashMap<>();
        /** Waiting less places in line. */
        private final Map<String, Long> waiting = new HashMap<>();

        /** Units that left the shelf for orders, of SKUs that somebody waits for, less units served in line. */
        private final Map<String, Long> overtaken = new HashMap<>();

        /** The places in line that moved up or ended, by SKU. */
        private final Map<String, TreeSet<String>> places = new HashMap<>();

        private final Set<String> entries = new HashSet<>();
        private final Set<String> namedEntries = new HashSet<>();

        static void add(Map<String, Long> sums, String cell, long units) {
            if (units != 0) {
                sums.merge(cell, units, Long::sum);
            }
        }

        void check() {
            check(conserved, "I2", "moves by other than the journal says: ");
            check(reserved, "I3", "reserved moves by other than what orders hold: ");
            check(waiting, "I3", "waiting moves by other than the places in line: ");
            for (String named : namedEntries) {
                Violation.unless(
                        entries.contains(named), "I2", () -> "stock names entry " + named + ", which was not written");
            }
        }

        private static void check(Map<String, Long> sums, String invariant, String what) {
            sums.forEach((cell, left) ->
                    Violation.unless(left == 0, invariant, () -> cell + " " + what + "difference " + left));
        }
    }

    /** Looks at one commit. */
    public void look(List<Change> changes) {
        Sums sums = new Sums();
        for (Change change : changes) {
            switch (change.table()) {
                case Names.STOCK -> stock(change, sums);
                case Names.JOURNAL -> journal(change, sums);
                case Names.ORDERS -> order(change, sums);
                case Names.REPLENISHMENT -> replenishment(change);
                default -> {}
            }
        }
        sums.check();
        sums.overtaken.forEach((sku, units) -> line(sku, units, sums));
    }

    /** Whoever waits comes first, and in turn. */
    private void line(String sku, long units, Sums sums) {
        Violation.unless(units <= 0, "LINE", () -> units + " of " + sku + " go to somebody who did not wait");
        TreeSet<String> moved = sums.places.getOrDefault(sku, new TreeSet<>());
        for (Map<String, AttributeValue> place :
                moved.isEmpty() ? List.<Map<String, AttributeValue>>of() : places(sku)) {
            String key = Raw.text(place, "item");
            Violation.unless(
                    moved.contains(key) || key.compareTo(moved.last()) > 0,
                    "LINE",
                    () -> "somebody in line for " + sku + " is served before " + key);
        }
    }

    private List<Map<String, AttributeValue>> places(String sku) {
        return store.query(query -> query.tableName(Names.STOCK)
                        .keyConditionExpression("shelf = :shelf AND begins_with(#item, :wait)")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(Map.of(
                                ":shelf", AttributeValue.fromS(sku + "#00"), ":wait", AttributeValue.fromS("WAIT#"))))
                .items();
    }

    private static void stock(Change change, Sums sums) {
        String sort = change.key().sort();
        String sku = Raw.sku(change.key().partition());
        if (sort.startsWith("WAIT#")) {
            long moved = Raw.number(change.after(), "units") - Raw.number(change.before(), "units");
            Sums.add(sums.waiting, sku, -moved);
            if (moved < 0) {
                sums.places.computeIfAbsent(sku, _ -> new TreeSet<>()).add(sort);
            }
            Violation.unless(
                    change.after().isEmpty() || Raw.number(change.after(), "units") > 0,
                    "I1",
                    () -> sku + ": somebody waits for nothing");
            return;
        }
        if (!sort.equals("STOCK") || change.before().isEmpty()) {
            return;
        }
        Violation.unless(!change.after().isEmpty(), "I2", () -> sku + " is removed");
        Set<String> names = new HashSet<>(change.before().keySet());
        names.addAll(change.after().keySet());
        boolean moves = false;
        long taken = 0;
        long held = 0;
        for (String name : names) {
            boolean counter = name.length() > 2 && name.charAt(1) == '#';
            if (counter || name.equals("waiting") || name.equals("tentative")) {
                long now = Raw.number(change.after(), name);
                long moved = now - Raw.number(change.before(), name);
                Violation.unless(now >= 0, "I1", () -> sku + " counts " + name + " " + now);
                Sums.add(sums.conserved, sku + " " + name, moved);
                if (name.startsWith("r#")) {
                    Sums.add(sums.reserved, name.substring(2) + " " + sku, moved);
                } else if (name.equals("waiting")) {
                    Sums.add(sums.waiting, sku, moved);
                }
                moves |= moved != 0;
                taken += name.startsWith("r#") || name.equals("waiting") ? moved : 0;
                held += name.startsWith("r#") ? moved : 0;
            }
        }
        if (held > 0 && Raw.number(change.before(), "waiting") > 0) {
            sums.overtaken.put(sku, taken);
        }
        Violation.unless(
                Raw.number(change.after(), "version") == Raw.number(change.before(), "version") + 1,
                "I6",
                () -> sku + " goes from version " + Raw.number(change.before(), "version") + " to "
                        + Raw.number(change.after(), "version"));
        if (moves) {
            sums.namedEntries.add(Raw.text(change.after(), "lastEntryId"));
        }
    }

    private void journal(Change change, Sums sums) {
        Violation.unless(
                change.before().isEmpty(), "I2", () -> "entry " + change.key().partition() + " is changed");
        Entry entry = Entry.of(change.after());
        sums.entries.add(entry.id());
        for (Entry.Line line : entry.lines()) {
            for (Entry.Move move : line.moves()) {
                Sums.add(sums.conserved, line.sku() + " " + move.counter(), -move.units());
                if (entry.kind().equals("SHIP") && move.counter().startsWith("r#")) {
                    ships(entry.causes().get(line.cause()), line.sku(), -move.units());
                }
            }
        }
    }

    private void ships(String order, String sku, long units) {
        long all = shipped.merge(order + " " + sku, units, Long::sum);
        Violation.unless(
                all <= ordered.getOrDefault(order, Map.of()).getOrDefault(sku, Long.MAX_VALUE),
                "I11",
                () -> "order " + order + " ships " + all + " of " + sku + ", more than was ordered");
    }

    private void order(Change change, Sums sums) {
        String sort = change.key().sort();
        if (sort.equals("H") || sort.startsWith("A#")) {
            if (!Raw.text(change.after(), "held").equals(Raw.text(change.before(), "held"))) {
                Raw.held(change.after(), false).forEach((place, units) -> Sums.add(sums.reserved, place, -units));
                Raw.held(change.before(), false).forEach((place, units) -> Sums.add(sums.reserved, place, units));
            }
        }
        if (sort.equals("H")) {
            header(change);
        }
    }

    private void header(Change change) {
        String id = change.key().partition();
        Map<String, AttributeValue> before = change.before();
        Map<String, AttributeValue> after = change.after();
        Violation.unless(!after.isEmpty(), "I13", () -> "order " + id + " is removed");
        if (before.isEmpty()) {
            Violation.unless(
                    Raw.number(after, "version") == 1, "I6", () -> "order " + id + " is born at another version");
            ordered.put(id, Raw.ordered(after));
            return;
        }
        Violation.unless(
                Raw.number(after, "version") == Raw.number(before, "version") + 1,
                "I6",
                () -> "order " + id + " goes from version " + Raw.number(before, "version") + " to "
                        + Raw.number(after, "version"));
        Violation.unless(
                Raw.text(after, "lines").equals(Raw.text(before, "lines")),
                "I13",
                () -> "order " + id + " is not what was accepted any more");
        moves(Transitions.STAGE, id, Raw.text(before, "stage"), Raw.text(after, "stage"));
        moves(Transitions.PAYMENT, id, Raw.text(before, "payment"), Raw.text(after, "payment"));
        Map<String, String> shipmentsBefore = Raw.shipments(before);
        Raw.shipments(after).forEach((location, status) -> {
            String was = shipmentsBefore.getOrDefault(location, "READY");
            moves(Transitions.SHIPMENT, id + "-" + location, was, status);
            if (!was.equals(status) && status.startsWith("DISPATCH")) {
                leaves(id, before);
            }
        });
        if (Raw.text(after, "stage").equals("CANCELLED")) {
            ends(id);
        }
    }

    private static void moves(Transitions axis, String id, String from, String to) {
        Violation.unless(axis.see(from, to), "I6", () -> id + ": " + axis.axis() + " goes from " + from + " to " + to);
    }

    private static void leaves(String id, Map<String, AttributeValue> before) {
        String payment = Raw.text(before, "payment");
        Violation.unless(
                Raw.text(before, "stage").equals("CONFIRMED")
                        && (payment.equals("NOT_REQUIRED") || payment.equals("AUTHORISED")),
                "I11",
                () -> "order " + id + " ships while it is " + Raw.text(before, "stage") + " and its payment "
                        + payment);
    }

    private void ends(String id) {
        Ledger.Account account = ledger.of(new OrderId(id));
        Violation.unless(account.capturedMinor() == 0, "I8", () -> "order " + id + " is cancelled and was captured");
        Violation.unless(account.isUndone(), "I10", () -> "order " + id + " is cancelled and its authorisation stands");
    }

    private static void replenishment(Change change) {
        if (change.key().sort().startsWith("ALERT#")) {
            Violation.unless(change.before().isEmpty(), "I15", () -> "alert " + change.key() + " is changed");
        }
    }
}
