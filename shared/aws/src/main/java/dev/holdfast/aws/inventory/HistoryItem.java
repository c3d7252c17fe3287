package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Digits;
import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.inventory.domain.Moves;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A step of a SKU's history as an item of the StockHistory table. Its key is the SKU and {@code 0000000047#MAIN}: the
 * version in ten digits, and where. Attributes named {@code …After} are the SKU's sums after the version.
 */
public final class HistoryItem {
    public static final String SKU = "sku";
    public static final String STEP = "step";
    public static final String KIND = "kind";
    /** The kind of a step in which nothing moved: the thresholds of the reorder policy changed. */
    public static final String POLICY = "POLICY";

    private static final int VERSION_DIGITS = 10;
    private static final Pattern STEP_KEY = Pattern.compile("[0-9]{" + VERSION_DIGITS + "}#[A-Z0-9-]{0,20}");
    private static final String VERSION = "version";
    private static final String LOCATION = "location";
    private static final String ENTRY = "entryId";
    private static final String AT = "atEpochMillis";
    private static final String ACTOR = "actor";
    private static final String REASON = "reason";
    private static final String CHANGES = "changes";
    private static final String CAUSES = "causes";
    private static final String TYPE = "type";
    private static final String ID = "id";
    private static final String AVAILABLE = "available";
    private static final String RESERVED = "reserved";
    private static final String DAMAGED = "damaged";
    private static final String QUALITY_CONTROL = "qualityControl";
    private static final String SAFETY = "safety";
    private static final String WAITING = "waiting";
    private static final String TENTATIVE = "tentative";
    private static final String ON_ORDER = "onOrder";
    private static final String AFTER = "After";
    private static final String REORDER_POINT = "reorderPoint";
    private static final String REARM_ABOVE = "rearmAbove";

    private HistoryItem() {}

    /** The sort key of a step. */
    static String step(HistoryStep step) {
        return Digits.of(step.version(), VERSION_DIGITS) + "#"
                + step.location().map(LocationId::value).orElse("");
    }

    static boolean isStep(String text) {
        return STEP_KEY.matcher(text).matches();
    }

    static Map<String, AttributeValue> of(HistoryStep step) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(SKU, AttributeValue.fromS(step.sku().value()));
        item.put(STEP, AttributeValue.fromS(step(step)));
        item.put(VERSION, number(step.version()));
        step.location().ifPresent(location -> item.put(LOCATION, AttributeValue.fromS(location.value())));
        item.put(AVAILABLE + AFTER, number(step.after().available()));
        item.put(RESERVED + AFTER, number(step.after().reserved()));
        item.put(WAITING + AFTER, number(step.after().waiting()));
        item.put(ON_ORDER + AFTER, number(step.after().onOrder()));
        step.after().thresholds().ifPresent(thresholds -> {
            item.put(REORDER_POINT + AFTER, number(thresholds.reorderPoint()));
            item.put(REARM_ABOVE + AFTER, number(thresholds.rearmAbove()));
        });
        item.put(
                KIND,
                AttributeValue.fromS(
                        step.movement().map(movement -> movement.kind().name()).orElse(POLICY)));
        step.movement().ifPresent(movement -> add(item, movement));
        return item;
    }

    private static void add(Map<String, AttributeValue> item, Movement movement) {
        item.put(ENTRY, AttributeValue.fromS(movement.entryId().value()));
        item.put(AT, number(movement.at().toEpochMilli()));
        item.put(ACTOR, AttributeValue.fromS(movement.actor().value()));
        movement.reason().ifPresent(reason -> item.put(REASON, AttributeValue.fromS(reason)));
        item.put(CHANGES, AttributeValue.fromM(moves(movement.changes())));
        item.put(
                CAUSES,
                AttributeValue.fromL(movement.causes().stream()
                        .map(part -> AttributeValue.fromM(Map.of(
                                TYPE,
                                AttributeValue.fromS(part.cause().type().name()),
                                ID,
                                AttributeValue.fromS(part.cause().id()),
                                CHANGES,
                                AttributeValue.fromM(moves(part.changes())))))
                        .toList()));
    }

    /** The movement of a step; empty where nothing moved. */
    static Optional<Movement> movement(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        if (item.string(KIND).equals(POLICY)) {
            return Optional.empty();
        }
        return Optional.of(new Movement(
                item.number(VERSION),
                new EntryId(item.string(ENTRY)),
                Instant.ofEpochMilli(item.number(AT)),
                JournalEntry.Kind.valueOf(item.string(KIND)),
                item.findString(LOCATION).map(LocationId::new),
                moves(item.get(CHANGES)),
                parts(item.get(CAUSES).l()),
                new Actor(item.string(ACTOR)),
                item.findString(REASON)));
    }

    private static List<Movement.Part> parts(List<AttributeValue> causes) {
        return causes.stream()
                .map(cause -> new Item(cause.m()))
                .map(cause -> new Movement.Part(
                        new JournalEntry.Cause(JournalEntry.Cause.Type.valueOf(cause.string(TYPE)), cause.string(ID)),
                        moves(cause.get(CHANGES))))
                .toList();
    }

    private static Map<String, AttributeValue> moves(Moves moves) {
        Map<String, AttributeValue> changes = new HashMap<>();
        put(changes, AVAILABLE, moves.counters().available());
        put(changes, RESERVED, moves.counters().reserved());
        put(changes, DAMAGED, moves.counters().damaged());
        put(changes, QUALITY_CONTROL, moves.counters().qualityControl());
        put(changes, SAFETY, moves.counters().safety());
        put(changes, WAITING, moves.waiting());
        put(changes, TENTATIVE, moves.tentative());
        put(changes, ON_ORDER, moves.onOrder());
        return changes;
    }

    private static Moves moves(AttributeValue attributes) {
        Item changes = new Item(attributes.m());
        return new Moves(
                new CounterChange(
                        changes.numberOrZero(AVAILABLE),
                        changes.numberOrZero(RESERVED),
                        changes.numberOrZero(DAMAGED),
                        changes.numberOrZero(QUALITY_CONTROL),
                        changes.numberOrZero(SAFETY)),
                changes.numberOrZero(WAITING),
                changes.numberOrZero(TENTATIVE),
                changes.numberOrZero(ON_ORDER));
    }

    private static void put(Map<String, AttributeValue> changes, String name, long units) {
        if (units != 0) {
            changes.put(name, number(units));
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
