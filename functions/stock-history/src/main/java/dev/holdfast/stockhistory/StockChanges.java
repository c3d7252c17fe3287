package dev.holdfast.stockhistory;

import dev.holdfast.aws.inventory.StockItem;
import dev.holdfast.aws.inventory.StockKeys;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.lambda.StreamRecord;
import dev.holdfast.inventory.application.KeepHistory;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Invariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a record of the Stock table's stream says of a SKU's history. */
final class StockChanges {
    private StockChanges() {}

    /** A change of a stock item; nothing for its birth and for other items. */
    static List<KeepHistory.Change> of(StreamRecord record) {
        boolean isStock = new Item(record.keys()).string(StockKeys.ITEM).equals(StockKeys.STOCK);
        if (!isStock || record.kind() == StreamRecord.Kind.INSERT) {
            return List.of();
        }
        return List.of(change(image(record.oldImage()), image(record.newImage())));
    }

    private static Map<String, AttributeValue> image(Optional<Map<String, AttributeValue>> image) {
        return image.orElseThrow(() -> new Invariant.Broken("stock has a before and an after, for it never ends"));
    }

    private static KeepHistory.Change change(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        Optional<String> entry = StockItem.lastEntry(after);
        return new KeepHistory.Change(
                StockItem.stock(before),
                StockItem.stock(after),
                StockItem.thresholds(after)
                        .map(found -> new HistoryStep.Thresholds(found.reorderPoint(), found.rearmAbove())),
                entry.equals(StockItem.lastEntry(before)) ? Optional.empty() : entry.map(EntryId::new));
    }
}
