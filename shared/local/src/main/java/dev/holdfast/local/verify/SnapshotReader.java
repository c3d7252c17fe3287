package dev.holdfast.local.verify;

import dev.holdfast.aws.inventory.JournalItem;
import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.local.client.AwsClients;
import dev.holdfast.local.client.Published;
import dev.holdfast.local.replay.LedgerEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads all tables of a system, and what it published. What it reads belongs together only while nothing moves. */
final class SnapshotReader {
    private final AwsClients aws;
    private final URI url;
    private final List<LedgerEntry> ledger;

    SnapshotReader(AwsClients aws, URI url, List<LedgerEntry> ledger) {
        this.aws = aws;
        this.url = url;
        this.ledger = ledger;
    }

    Snapshot read(SortedMap<String, Integer> deadLetters) throws InterruptedException {
        List<String> unreadable = new ArrayList<>();
        SortedMap<String, StockRow> stock = new TreeMap<>();
        List<PlaceRow> places = new ArrayList<>();
        for (Map<String, AttributeValue> item : scan("StockTable")) {
            if (Rows.isStock(item)) {
                StockRow row = Rows.stock(item);
                stock.put(row.sku(), row);
            } else if (Rows.isPlace(item)) {
                places.add(Rows.place(item));
            }
        }
        ScannedOrders orders = new ScannedOrders(scan("OrdersTable"));
        unreadable.addAll(orders.unreadable());
        return new Snapshot(
                stock,
                places,
                orders.orders(),
                unreadable,
                journal(unreadable),
                history(),
                scan("ReplenishmentTable").stream()
                        .filter(Rows::isAlert)
                        .map(Rows::alert)
                        .toList(),
                Published.events(url, "ReorderAlertsTopic").stream()
                        .map(Rows::published)
                        .toList(),
                scan("SandboxPaymentsTable").stream()
                        .map(Rows::provider)
                        .collect(Collectors.groupingBy(ProviderRow::orderId)),
                deadLetters,
                ledger);
    }

    private SortedMap<String, JournalEntry> journal(List<String> unreadable) {
        SortedMap<String, JournalEntry> entries = new TreeMap<>();
        for (Map<String, AttributeValue> item : scan("JournalTable")) {
            try {
                JournalEntry entry = JournalItem.entry(item);
                entries.put(entry.id().value(), entry);
            } catch (RuntimeException e) {
                unreadable.add("journal entry " + new Item(item).string(JournalItem.KEY) + " cannot be read: "
                        + e.getMessage());
            }
        }
        return entries;
    }

    private SortedMap<String, List<HistoryRow>> history() {
        SortedMap<String, List<HistoryRow>> rows = new TreeMap<>();
        scan("StockHistoryTable").stream()
                .map(Rows::history)
                .sorted(Comparator.comparingLong(HistoryRow::version).thenComparing(HistoryRow::location))
                .forEach(row ->
                        rows.computeIfAbsent(row.sku(), _ -> new ArrayList<>()).add(row));
        return rows;
    }

    private List<Map<String, AttributeValue>> scan(String table) {
        return aws.dynamoDb().scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }
}
