package dev.holdfast.simulation.check;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.simulation.aws.MemoryDynamoDb;
import dev.holdfast.simulation.aws.MemorySes;
import dev.holdfast.simulation.aws.MemorySns;
import dev.holdfast.simulation.engine.Violation;
import dev.holdfast.simulation.world.Ledger;
import dev.holdfast.simulation.world.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold when everything has come to rest. */
public final class RestCheck {
    private static final Set<String> FINAL = Set.of("DELIVERED", "CANCELLED", "REJECTED");
    private static final Set<String> WAITING = Set.of("BACKORDERED", "REVIEW", "CONFIRMED", "SHIPPED");
    private static final Set<String> UNDONE = Set.of("NOT_REQUIRED", "VOIDED", "VOID_DECLINED", "DECLINED");
    private static final Set<String> PAID_OUT = Set.of("NOT_REQUIRED", "CAPTURED", "CAPTURE_DECLINED");

    private final MemoryDynamoDb store;
    private final MemorySns topics;
    private final MemorySes post;
    private final Ledger ledger;

    public RestCheck(MemoryDynamoDb store, MemorySns topics, MemorySes post, Ledger ledger) {
        this.store = store;
        this.topics = topics;
        this.post = post;
        this.ledger = ledger;
    }

    /** Looks at everything. */
    public void look() {
        Map<String, Long> journal = new HashMap<>();
        Map<String, Long> came = new HashMap<>();
        for (Map<String, AttributeValue> item : store.all(Names.JOURNAL)) {
            sum(Entry.of(item), journal, came);
        }
        Map<String, Long> held = new HashMap<>();
        Map<String, Long> shipped = new HashMap<>();
        List<Map<String, AttributeValue>> headers = new ArrayList<>();
        for (Map<String, AttributeValue> item : store.all(Names.ORDERS)) {
            String sort = Raw.text(item, "item");
            if (sort.equals("H")) {
                headers.add(item);
            }
            if (sort.equals("H") || sort.startsWith("A#")) {
                Raw.held(item, false).forEach((place, units) -> held.merge(place, units, Long::sum));
                Raw.held(item, true)
                        .forEach((place, units) ->
                                shipped.merge(place.substring(place.indexOf(' ') + 1), units, Long::sum));
            }
        }
        Map<String, Long> line = new HashMap<>();
        for (Map<String, AttributeValue> item : store.all(Names.STOCK)) {
            if (Raw.text(item, "item").startsWith("WAIT#")) {
                line.merge(sku(item), Raw.number(item, "units"), Long::sum);
            }
        }
        Map<String, NavigableMap<Long, Map<String, AttributeValue>>> history = new TreeMap<>();
        for (Map<String, AttributeValue> step : store.all(Names.HISTORY)) {
            history.computeIfAbsent(Raw.text(step, "sku"), _ -> new TreeMap<>()).put(Raw.number(step, "version"), step);
        }
        for (Map<String, AttributeValue> item : store.all(Names.STOCK)) {
            if (Raw.text(item, "item").equals("STOCK")) {
                stock(item, journal, came, held, shipped, line);
                history(item, history.getOrDefault(sku(item), new TreeMap<>()));
            }
        }
        Set<String> told = told();
        headers.forEach(header -> order(header, told));
        new AlertCheck(store, history, told).look();
    }

    private static String sku(Map<String, AttributeValue> item) {
        return Raw.sku(Raw.text(item, "shelf"));
    }

    private static void sum(Entry entry, Map<String, Long> journal, Map<String, Long> came) {
        boolean comes = entry.kind().equals("RECEIVE") || entry.kind().equals("ADJUST");
        for (Entry.Line line : entry.lines()) {
            for (Entry.Move move : line.moves()) {
                journal.merge(line.sku() + " " + move.counter(), move.units(), Long::sum);
                if (comes && move.counter().startsWith("a#")) {
                    came.merge(line.sku(), move.units(), Long::sum);
                }
            }
        }
    }

    private void stock(
            Map<String, AttributeValue> item,
            Map<String, Long> journal,
            Map<String, Long> came,
            Map<String, Long> held,
            Map<String, Long> shipped,
            Map<String, Long> line) {
        String sku = sku(item);
        long available = 0;
        long onHand = 0;
        for (String name : item.keySet()) {
            boolean counter = name.startsWith("a#") || name.startsWith("r#");
            if (counter || name.equals("waiting") || name.equals("tentative")) {
                long counted = Raw.number(item, name);
                Violation.unless(
                        counted == journal.getOrDefault(sku + " " + name, 0L),
                        "I17",
                        () -> sku + " counts " + name + " " + counted + "; the journal adds up to "
                                + journal.getOrDefault(sku + " " + name, 0L));
                onHand += counter ? counted : 0;
                available += name.startsWith("a#") ? counted : 0;
                if (name.startsWith("r#")) {
                    long open = held.getOrDefault(name.substring(2) + " " + sku, 0L);
                    Violation.unless(
                            counted == open, "I3", () -> sku + " has " + counted + " reserved and orders hold " + open);
                }
            }
        }
        long there = onHand + shipped.getOrDefault(sku, 0L);
        Violation.unless(
                came.getOrDefault(sku, 0L) == there,
                "I4",
                () -> sku + ": " + came.getOrDefault(sku, 0L) + " came, " + there + " are there or left");
        long waiting = Raw.number(item, "waiting");
        Violation.unless(
                waiting == line.getOrDefault(sku, 0L),
                "I3",
                () -> sku + " counts " + waiting + " waiting, other than the line");
        Violation.unless(Raw.number(item, "tentative") == 0, "I12", () -> sku + " is held tentatively at rest");
        Violation.unless(
                available == 0 || waiting == 0,
                "I12",
                () -> sku + " has goods available and " + waiting + " waiting, at rest");
    }

    /** A step for each version, the last one as the counters are. */
    private static void history(
            Map<String, AttributeValue> item, NavigableMap<Long, Map<String, AttributeValue>> steps) {
        String sku = sku(item);
        long version = Raw.number(item, "version");
        Violation.unless(
                steps.size() == version,
                "I17",
                () -> sku + " is at version " + version + " and has steps " + steps.keySet());
        Map<String, AttributeValue> last = steps.getOrDefault(version, Map.of());
        long available = 0;
        for (String name : item.keySet()) {
            available += name.startsWith("a#") ? Raw.number(item, name) : 0;
        }
        Violation.unless(
                version == 0
                        || (Raw.number(last, "availableAfter") == available
                                && Raw.number(last, "waitingAfter") == Raw.number(item, "waiting")),
                "I17",
                () -> sku + ": the last step of the history is not what is there");
    }

    /** Ids of what was published. */
    private Set<String> told() {
        Set<String> ids = new HashSet<>();
        for (MemorySns.Published event : topics.published()) {
            int from = event.body().indexOf("\"id\":\"") + 6;
            ids.add(event.body().substring(from, event.body().indexOf('"', from)));
        }
        return ids;
    }

    private void order(Map<String, AttributeValue> header, Set<String> told) {
        String id = Raw.text(header, "orderId");
        String stage = Raw.text(header, "stage");
        String payment = Raw.text(header, "payment");
        boolean due = header.containsKey("dueAtEpochSeconds");
        boolean ends = FINAL.contains(stage);
        Violation.unless(
                ends || WAITING.contains(stage),
                "I12",
                () -> "order " + id + " is left " + stage + ", payment " + payment);
        Violation.unless(
                ends != due, "I12", () -> "order " + id + " is " + stage + (due ? " and due" : " and never due"));
        boolean rests = switch (stage) {
            case "CONFIRMED" -> payment.equals("NOT_REQUIRED") || payment.equals("AUTHORISED");
            case "REVIEW" -> payment.equals("WRONG_AMOUNT");
            case "SHIPPED", "DELIVERED" -> PAID_OUT.contains(payment);
            case "BACKORDERED" -> payment.equals("NOT_REQUIRED") || payment.equals("PENDING");
            default -> UNDONE.contains(payment);
        };
        Violation.unless(rests, "I12", () -> "order " + id + " is left " + stage + ", payment " + payment);
        Ledger.Account account = ledger.of(new OrderId(id));
        Violation.unless(
                payment.equals("VOID_DECLINED") == account.isVoidDeclined(),
                "I10",
                () -> "order " + id + " says " + payment + " of a void that was "
                        + (account.isVoidDeclined() ? "declined" : "not declined"));
        boolean noMoney = stage.equals("CANCELLED") || stage.equals("REJECTED");
        Violation.unless(
                !noMoney || account.isUndone(),
                "I10",
                () -> "order " + id + " is " + stage + " and its authorisation stands");
        Violation.unless(
                !noMoney || account.capturedMinor() == 0, "I8", () -> "order " + id + " is " + stage + " and captured");
        Violation.unless(
                payment.equals("CAPTURED") == account.capturedMinor() > 0,
                "I7",
                () -> "order " + id + " says " + payment + ", the provider captured " + account.capturedMinor());
        published(header, id, told);
    }

    private void published(Map<String, AttributeValue> header, String id, Set<String> told) {
        List<AttributeValue> history =
                header.getOrDefault("history", AttributeValue.fromL(List.of())).l();
        for (int i = 0; i < history.size(); i++) {
            boolean untold = history.get(i).l().getFirst().s().equals("CANCELLING");
            String event = id + "/" + i;
            Violation.unless(untold || told.contains(event), "I14", () -> "event " + event + " was not published");
        }
        Raw.shipments(header).forEach((location, status) -> {
            if (status.equals("DISPATCHED") || status.equals("DELIVERED")) {
                String tracking = Raw.shipment(header, location).get(2).s();
                Violation.unless(
                        told.contains(id + "-" + location + "/dispatched"),
                        "I14",
                        () -> "the dispatch of " + id + "-" + location + " was not published");
                Violation.unless(
                        post.sent().stream().anyMatch(mail -> mail.text().contains(tracking)),
                        "I14",
                        () -> "the customer was not told of " + id + "-" + location);
            }
        });
    }
}
