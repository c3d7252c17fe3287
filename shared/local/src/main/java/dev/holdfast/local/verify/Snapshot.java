package dev.holdfast.local.verify;

import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.local.replay.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that a system at rest holds, read once.
 *
 * @param stock per SKU
 * @param orders per id
 * @param unreadable items that make no sense, in words
 * @param journal per entry's id
 * @param history per SKU, by version and location
 * @param provider what the sandbox provider remembers, per order's id
 * @param deadLetters messages per dead-letter queue that has any
 * @param ledger what was acknowledged; empty without a ledger
 */
public record Snapshot(
        SortedMap<String, StockRow> stock,
        List<PlaceRow> places,
        SortedMap<String, StoredOrder> orders,
        List<String> unreadable,
        SortedMap<String, JournalEntry> journal,
        SortedMap<String, List<HistoryRow>> history,
        List<AlertRow> alerts,
        List<PublishedAlert> published,
        Map<String, List<ProviderRow>> provider,
        SortedMap<String, Integer> deadLetters,
        List<LedgerEntry> ledger) {}
