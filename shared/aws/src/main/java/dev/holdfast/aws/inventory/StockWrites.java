package dev.holdfast.aws.inventory;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineMove;
import dev.holdfast.inventory.SkuChange;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The actions of a stock change: one per SKU, one per move in a line, one for the journal entry. In a transaction each
 * costs two write units per started KB: 2 for a SKU of few locations, 2 for a place in line, 2 per KB of the entry.
 *
 * <p>A false condition at a SKU means: unknown SKU, too few units, or a line that moved. At the entry: this very change
 * was committed before. At a place in line: the order moved on.
 */
public final class StockWrites {
    private final String stockTable;
    private final String journalTable;

    public StockWrites(String stockTable, String journalTable) {
        this.stockTable = stockTable;
        this.journalTable = journalTable;
    }

    /** All actions of the change, the journal entry first. */
    public List<TransactWriteItem> of(StockChange change) {
        return of(change, JournalItem.of(change.entry()));
    }

    /** As {@link #of(StockChange)}, with the entry's item as given. */
    List<TransactWriteItem> of(StockChange change, Map<String, AttributeValue> entryItem) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(entry(entryItem));
        change.perSku()
                .values()
                .forEach(sku -> actions.add(counters(sku, change.entry().id())));
        change.moves().forEach(move -> actions.add(place(move)));
        return actions;
    }

    private TransactWriteItem entry(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(journalTable)
                        .item(item)
                        .conditionExpression("attribute_not_exists(" + JournalItem.KEY + ")")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private TransactWriteItem counters(SkuChange change, EntryId entry) {
        Counting counting = new Counting();
        change.counters().forEach(counting::move);
        counting.add(StockItem.WAITING, change.waiting());
        counting.add(StockItem.TENTATIVE, change.tentative());
        if (change.lineMoves()) {
            counting.raise(StockItem.LINE_VERSION);
        }
        counting.guard(change.guard());
        return TransactWriteItem.builder()
                .update(update -> update.tableName(stockTable)
                        .key(StockKeys.stock(change.sku()))
                        .updateExpression(counting.update())
                        .conditionExpression(counting.condition())
                        .expressionAttributeNames(counting.names)
                        .expressionAttributeValues(counting.values(entry)))
                .build();
    }

    private TransactWriteItem place(LineMove move) {
        Map<String, AttributeValue> key = StockKeys.place(move.place());
        return switch (move) {
            case LineMove.Join join -> {
                Map<String, AttributeValue> item = new HashMap<>(key);
                item.put(WaitingItem.UNITS, number(join.demand().units()));
                yield TransactWriteItem.builder()
                        .put(put -> put.tableName(stockTable)
                                .item(item)
                                .conditionExpression("attribute_not_exists(" + StockKeys.SHELF + ")"))
                        .build();
            }
            case LineMove.Advance advance ->
                TransactWriteItem.builder()
                        .update(update -> update.tableName(stockTable)
                                .key(key)
                                .updateExpression("SET " + WaitingItem.UNITS + " = :left")
                                .conditionExpression(WaitingItem.UNITS + " = :before")
                                .expressionAttributeValues(Map.of(
                                        ":left", number(advance.unitsLeft()), ":before", units(advance.before()))))
                        .build();
            case LineMove.Leave leave ->
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(stockTable)
                                .key(key)
                                .conditionExpression(WaitingItem.UNITS + " = :before")
                                .expressionAttributeValues(Map.of(":before", units(leave.before()))))
                        .build();
        };
    }

    private static AttributeValue units(WaitingDemand waiting) {
        return number(waiting.units());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Collects the expressions of one stock item's update: what moves, and that nothing goes below zero. */
    private static final class Counting {
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();
        private final List<String> adds = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();

        Counting() {
            conditions.add("attribute_exists(" + StockKeys.SHELF + ")");
            values.put(":one", number(1));
        }

        void move(LocationId location, CounterChange change) {
            add(StockItem.AVAILABLE + location, change.available());
            add(StockItem.RESERVED + location, change.reserved());
            add(StockItem.DAMAGED + location, change.damaged());
            add(StockItem.QUALITY_CONTROL + location, change.qualityControl());
            add(StockItem.SAFETY + location, change.safety());
        }

        void add(String counter, long units) {
            if (units == 0) {
                return;
            }
            String name = name(counter);
            adds.add(name + " " + value(units));
            if (units < 0) {
                conditions.add(name + " >= " + value(-units));
            }
        }

        void raise(String counter) {
            adds.add(name(counter) + " :one");
        }

        void guard(LineGuard guard) {
            switch (guard) {
                case LineGuard.Anyone _ -> {}
                case LineGuard.NobodyWaits _ -> conditions.add(equalTo(StockItem.WAITING, 0));
                case LineGuard.LineAt at -> conditions.add(equalTo(StockItem.LINE_VERSION, at.lineVersion()));
            }
        }

        private String equalTo(String counter, long expected) {
            String name = name(counter);
            String equal = name + " = " + value(expected);
            return expected == 0 ? "(attribute_not_exists(" + name + ") OR " + equal + ")" : equal;
        }

        private String name(String attribute) {
            String placeholder = "#n" + names.size();
            names.put(placeholder, attribute);
            return placeholder;
        }

        private String value(long units) {
            String placeholder = ":v" + values.size();
            values.put(placeholder, number(units));
            return placeholder;
        }

        String update() {
            names.put("#version", StockItem.VERSION);
            names.put("#entry", StockItem.LAST_ENTRY);
            adds.add("#version :one");
            return "SET #entry = :entry ADD " + String.join(", ", adds);
        }

        String condition() {
            return String.join(" AND ", conditions);
        }

        Map<String, AttributeValue> values(EntryId entry) {
            values.put(":entry", AttributeValue.fromS(entry.value()));
            return values;
        }
    }
}
