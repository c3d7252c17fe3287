package dev.holdfast.aws.inventory;

import dev.holdfast.aws.transaction.BatchReads;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.port.Journal;
import dev.holdfast.kernel.EntryId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Entries in the Journal table. */
public final class DynamoDbJournal implements Journal {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbJournal(DynamoDbClient dynamoDb, String journalTable) {
        this.dynamoDb = dynamoDb;
        this.table = journalTable;
    }

    /** {@inheritDoc} One read unit per 4 KB of each. */
    @Override
    public Map<EntryId, JournalEntry> read(Collection<EntryId> ids) {
        return BatchReads.read(
                        dynamoDb,
                        table,
                        ids.stream().distinct().map(JournalItem::key).toList())
                .stream()
                .map(JournalItem::entry)
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
    }
}
