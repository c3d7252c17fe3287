package dev.holdfast.stockhistory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.lambda.StreamRecord;
import dev.holdfast.inventory.application.KeepHistory;
import dev.holdfast.kernel.Invariant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An entry of the journal is written once and stays. Of its stream only a change or a removal comes here: it is counted
 * as {@code JournalTampered}, on which an alarm stands, and its record goes whole to the dead letters, as evidence.
 */
final class JournalWatch {
    private final String stage;
    private final InstantSource clock;
    private final Consumer<String> log;

    /** A watch whose metric is written to the log, in CloudWatch's embedded metric format. */
    JournalWatch(String stage, InstantSource clock, Consumer<String> log) {
        this.stage = stage;
        this.clock = clock;
        this.log = log;
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
        log.accept(JsonText.write(metric(record.kind(), entry.get())));
        throw new Invariant.Broken("an entry of the journal is never changed or removed");
    }

    private ObjectNode metric(StreamRecord.Kind change, String entry) {
        ObjectNode line = JsonText.object();
        ObjectNode metadata = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive =
                metadata.putArray("CloudWatchMetrics").addObject().put("Namespace", "Holdfast");
        directive.putArray("Dimensions").addArray().add("Stage");
        directive.putArray("Metrics").addObject().put("Name", "JournalTampered").put("Unit", "Count");
        return line.put("Stage", stage)
                .put("JournalTampered", 1)
                .put("change", change.name())
                .put("entryId", entry);
    }
}
