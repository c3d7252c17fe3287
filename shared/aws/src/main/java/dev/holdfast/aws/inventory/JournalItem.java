package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A journal entry as an item. Causes and lines are text, because an item is billed by its size: a line reads
 * {@code cause,SKU,LOCATION,a-6,r6} with only the counters that move.
 */
public final class JournalItem {
    public static final String KEY = "entryId";

    private static final String KIND = "kind";
    private static final String AT = "atEpochMillis";
    private static final String ACTOR = "actor";
    private static final String REASON = "reason";
    private static final String CAUSES = "causes";
    private static final String LINES = "lines";
    private static final String FINGERPRINT = "fingerprint";
    /** Available, reserved, damaged, quality control, safety; waiting, tentative. */
    private static final String COUNTERS = "ardqswt";

    private JournalItem() {}

    /** The key of an entry. */
    public static Map<String, AttributeValue> key(EntryId id) {
        return Map.of(KEY, AttributeValue.fromS(id.value()));
    }

    /** The item of an entry that no request has to be compared with. */
    public static Map<String, AttributeValue> of(JournalEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(KEY, AttributeValue.fromS(entry.id().value()));
        item.put(KIND, AttributeValue.fromS(entry.kind().name()));
        item.put(AT, AttributeValue.fromN(Long.toString(entry.at().toEpochMilli())));
        item.put(ACTOR, AttributeValue.fromS(entry.actor().value()));
        entry.reason().ifPresent(reason -> item.put(REASON, AttributeValue.fromS(reason)));
        item.put(
                CAUSES,
                AttributeValue.fromS(entry.causes().stream()
                        .map(cause -> cause.type().name() + " " + cause.id())
                        .collect(Collectors.joining("\n"))));
        item.put(
                LINES,
                AttributeValue.fromS(
                        entry.lines().stream().map(JournalItem::text).collect(Collectors.joining("\n"))));
        return item;
    }

    /** The item of an entry that a request asked for; the fingerprint tells a repetition from another request. */
    public static Map<String, AttributeValue> of(JournalEntry entry, Fingerprint fingerprint) {
        Map<String, AttributeValue> item = of(entry);
        item.put(FINGERPRINT, AttributeValue.fromS(fingerprint.hex()));
        return item;
    }

    /** The fingerprint of the request that an entry was written for. */
    public static Optional<Fingerprint> fingerprint(Map<String, AttributeValue> attributes) {
        return new Item(attributes).findString(FINGERPRINT).map(Fingerprint::new);
    }

    /** The entry that this item holds. */
    public static JournalEntry entry(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new JournalEntry(
                new EntryId(item.string(KEY)),
                JournalEntry.Kind.valueOf(item.string(KIND)),
                Instant.ofEpochMilli(item.number(AT)),
                new Actor(item.string(ACTOR)),
                item.findString(REASON),
                item.string(CAUSES).lines().map(JournalItem::cause).toList(),
                item.string(LINES).lines().map(JournalItem::line).toList());
    }

    private static JournalEntry.Cause cause(String text) {
        int space = text.indexOf(' ');
        return new JournalEntry.Cause(
                JournalEntry.Cause.Type.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    private static String text(JournalEntry.Line line) {
        CounterChange change = line.change();
        StringBuilder text = new StringBuilder()
                .append(line.cause())
                .append(',')
                .append(line.sku())
                .append(',')
                .append(line.location().map(LocationId::value).orElse(""));
        int withoutMoves = text.length();
        move(text, 'a', change.available());
        move(text, 'r', change.reserved());
        move(text, 'd', change.damaged());
        move(text, 'q', change.qualityControl());
        move(text, 's', change.safety());
        move(text, 'w', line.waiting());
        move(text, 't', line.tentative());
        return text.length() == withoutMoves ? text.append(',').toString() : text.toString();
    }

    private static void move(StringBuilder text, char counter, long units) {
        if (units != 0) {
            text.append(',').append(counter).append(units);
        }
    }

    private static JournalEntry.Line line(String text) {
        String[] parts = text.split(",", -1);
        long[] moves = new long[COUNTERS.length()];
        for (int i = 3; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                int counter = COUNTERS.indexOf(parts[i].charAt(0));
                Invariant.check(counter >= 0 && moves[counter] == 0, "known counters, each once");
                moves[counter] = Long.parseLong(parts[i].substring(1));
            }
        }
        return new JournalEntry.Line(
                Integer.parseInt(parts[0]),
                new Sku(parts[1]),
                parts[2].isEmpty() ? Optional.empty() : Optional.of(new LocationId(parts[2])),
                new CounterChange(moves[0], moves[1], moves[2], moves[3], moves[4]),
                moves[5],
                moves[6]);
    }
}
