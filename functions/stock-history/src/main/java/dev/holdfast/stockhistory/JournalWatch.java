package dev.holdfast.stockhistory;

import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.lambda.StreamRecord;
import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.inventory.application.KeepHistory;
import dev.holdfast.kernel.Invariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the journal is written once and stays. Of its stream only a change or a removal comes here: it is counted
 * as {@code JournalTampered}, on which an alarm stands, and its record goes whole to the dead letters, as evidence.
 */
final class JournalWatch {
    private final Metrics metrics;

    JournalWatch(Metrics metrics) {
        this.metrics = metrics;
    }

    /** What follows from a record of the Stock table's stream or of the journal's. */
    List<KeepHistory.Change> of(StreamRecord record) {
        Optional<String> entry = new Item(record.keys()).findString(JournalItem.KEY);
        if (entry.isEmpty()) {
            return StockChanges.of(record);
        }
        if (record.kind() == StreamRecord.Kind.INSERT) {
            return List.of();
        }
        metrics.count(Metric.JOURNAL_TAMPERED, Map.of("change", record.kind().name(), "entryId", entry.get()));
        throw new Invariant.Broken("an entry of the journal is never changed or removed");
    }
}
