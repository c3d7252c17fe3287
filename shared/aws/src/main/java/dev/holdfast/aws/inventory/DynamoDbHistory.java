package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.BatchWrites;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.inventory.port.HistoryBook;
import dev.holdfast.inventory.port.Movements;
import dev.holdfast.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Histories in the StockHistory table. */
public final class DynamoDbHistory implements HistoryBook, Movements {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbHistory(DynamoDbClient dynamoDb, String historyTable) {
        this.dynamoDb = dynamoDb;
        this.table = historyTable;
    }

    /** {@inheritDoc} 1 write unit per step of few causes, without a condition. */
    @Override
    public void write(List<HistoryStep> steps) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> byKey = new LinkedHashMap<>();
        steps.forEach(step -> byKey.put(key(step.sku(), HistoryItem.step(step)), HistoryItem.of(step)));
        BatchWrites.put(dynamoDb, table, byKey.values());
    }

    /**
     * {@inheritDoc} Queries from the end of the SKU's partition until the page is full: half a read unit per 4 KB. Steps
     * in which nothing moved are read and left out.
     */
    @Override
    public Page newestFirst(Sku sku, int most, Optional<Place> before) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> start =
                before.map(place -> key(sku, place.step())).orElse(Map.of());
        do {
            QueryResponse answer = query(sku, most + 1 - items.size(), start);
            items.addAll(answer.items());
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
        } while (!start.isEmpty() && items.size() <= most);
        boolean goesOn = items.size() > most;
        List<Map<String, AttributeValue>> page = goesOn ? items.subList(0, most) : items;
        return new Page(movements(page), goesOn ? Optional.of(place(page.getLast())) : Optional.empty());
    }

    /** The place that a cursor names, if it is one of a history. */
    public static Optional<Place> place(String cursor) {
        return Optional.of(cursor).filter(HistoryItem::isStep).map(Place::new);
    }

    private static Place place(Map<String, AttributeValue> item) {
        return new Place(new Item(item).string(HistoryItem.STEP));
    }

    private static List<Movement> movements(Collection<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(HistoryItem::movement)
                .flatMap(Optional::stream)
                .toList();
    }

    private QueryResponse query(Sku sku, int limit, Map<String, AttributeValue> start) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":sku", AttributeValue.fromS(sku.value()));
        values.put(":policy", AttributeValue.fromS(HistoryItem.POLICY));
        return dynamoDb.query(request -> {
            request.tableName(table)
                    .keyConditionExpression(HistoryItem.SKU + " = :sku")
                    .filterExpression(HistoryItem.KIND + " <> :policy")
                    .expressionAttributeValues(values)
                    .scanIndexForward(false)
                    .limit(limit);
            if (!start.isEmpty()) {
                request.exclusiveStartKey(start);
            }
        });
    }

    private static Map<String, AttributeValue> key(Sku sku, String step) {
        return Map.of(HistoryItem.SKU, AttributeValue.fromS(sku.value()), HistoryItem.STEP, AttributeValue.fromS(step));
    }
}
