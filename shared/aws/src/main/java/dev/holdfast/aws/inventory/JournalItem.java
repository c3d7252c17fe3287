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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String moves = Stream.of(
                        move('a', change.available()),
                        move('r', change.reserved()),
                        move('d', change.damaged()),
                        move('q', change.qualityControl()),
                        move('s', change.safety()),
                        move('w', line.waiting()),
                        move('t', line.tentative()))
                .filter(move -> !move.isEmpty())
                .collect(Collectors.joining(","));
        return String.join(
                ",",
                Integer.toString(line.cause()),
                line.sku().value(),
                line.location().map(LocationId::value).orElse(""),
                moves);
    }

    private static String move(char counter, long units) {
        return units == 0 ? "" : counter + Long.toString(units);
    }

    private static JournalEntry.Line line(String text) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        Map<Character, Long> moves = parts.subList(3, parts.size()).stream()
                .filter(move -> !move.isEmpty())
                .collect(Collectors.toMap(move -> move.charAt(0), move -> Long.parseLong(move.substring(1))));
        Invariant.check(
                "ardqswt".chars().mapToObj(c -> (char) c).toList().containsAll(moves.keySet()), "known counters");
        return new JournalEntry.Line(
                Integer.parseInt(parts.get(0)),
                new Sku(parts.get(1)),
                parts.get(2).isEmpty() ? Optional.empty() : Optional.of(new LocationId(parts.get(2))),
                new CounterChange(
                        moves.getOrDefault('a', 0L),
                        moves.getOrDefault('r', 0L),
                        moves.getOrDefault('d', 0L),
                        moves.getOrDefault('q', 0L),
                        moves.getOrDefault('s', 0L)),
                moves.getOrDefault('w', 0L),
                moves.getOrDefault('t', 0L));
    }
}
