package dev.holdfast.local.verify;

import dev.holdfast.inventory.CounterChange;
import java.util.Optional;

/**
 * A step of a SKU's history as it stands in the StockHistory table.
 *
 * @param location empty where nothing moved at a location
 * @param entryId the journal entry that moved it; empty where only the reorder policy changed
 * @param changes at this location
 * @param waiting by how much the units that wait moved
 * @param after the SKU's sums after the version
 */
public record HistoryRow(
        String sku,
        long version,
        String location,
        Optional<String> entryId,
        CounterChange changes,
        long waiting,
        long tentative,
        Sums after) {
    /** Sums of a SKU over all locations, with the thresholds of its reorder policy. */
    public record Sums(
            long available,
            long reserved,
            long waiting,
            long onOrder,
            Optional<Long> reorderPoint,
            Optional<Long> rearmAbove) {
        long position() {
            return available + onOrder - waiting;
        }
    }
}
