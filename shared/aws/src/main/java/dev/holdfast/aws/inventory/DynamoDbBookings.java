package dev.holdfast.aws.inventory;

import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.port.Bookings;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bookings of the warehouse: the stock items and the journal entry, which keeps the fingerprint of the request. */
public final class DynamoDbBookings implements Bookings {
    private static final int ENTRY = 0;
    private static final int FIRST_SKU = 1;

    private final DynamoDbClient dynamoDb;
    private final String journalTable;
    private final StockWrites stockWrites;

    public DynamoDbBookings(DynamoDbClient dynamoDb, String stockTable, String journalTable) {
        this.dynamoDb = dynamoDb;
        this.journalTable = journalTable;
        this.stockWrites = new StockWrites(stockTable, journalTable);
    }

    /**
     * {@inheritDoc} A false condition at the entry means that the reference was booked before, whatever the others say;
     * at a SKU, that it is unknown or has too few units. Costs what {@link StockWrites} says: for one SKU 4 write units.
     */
    @Override
    public Outcome commit(StockChange change, Fingerprint content) {
        Transaction transaction = new Transaction();
        transaction.addAll(stockWrites.of(change, JournalItem.of(change.entry(), content)));
        return switch (transaction.attempt(dynamoDb)) {
            case Transaction.Attempt.Written _ -> new Outcome.Committed();
            case Transaction.Attempt.ConditionsFailed failed -> refused(change, failed.items());
            case Transaction.Attempt.Contended _ -> new Outcome.Contended();
            case Transaction.Attempt.Unknown _ -> new Outcome.Unknown();
        };
    }

    private static Outcome refused(StockChange change, Map<Integer, Map<String, AttributeValue>> failed) {
        Map<String, AttributeValue> entry = failed.get(ENTRY);
        if (entry != null) {
            return new Outcome.Exists(recorded(entry));
        }
        List<Sku> skus = List.copyOf(change.perSku().keySet());
        return new Outcome.Refused(failed.keySet().stream()
                .map(position -> skus.get(position - FIRST_SKU))
                .collect(Collectors.toSet()));
    }

    /** {@inheritDoc} One consistent read: 1 read unit per 4 KB of the entry. */
    @Override
    public Optional<Recorded> find(EntryId id) {
        return Optional.of(dynamoDb.getItem(request -> request.tableName(journalTable)
                                .key(JournalItem.key(id))
                                .consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(DynamoDbBookings::recorded);
    }

    private static Recorded recorded(Map<String, AttributeValue> item) {
        return new Recorded(
                JournalItem.entry(item),
                JournalItem.fingerprint(item)
                        .orElseThrow(() -> new Invariant.Broken("a booking's entry keeps its fingerprint")));
    }
}
