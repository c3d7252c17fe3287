package dev.holdfast.inventory;

import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.SortedMap;

/**
 * What one stock change does to one SKU: the sum of the journal's lines.
 *
 * @param counters change per location
 * @param waiting change of the units that backorders wait for
 * @param tentative change of the units that wide orders hold tentatively
 * @param lineMoves whether somebody joins, leaves or advances in the line of waiting demand
 * @param guard what must be true of the line for this change to be right
 */
public record SkuChange(
        Sku sku,
        SortedMap<LocationId, CounterChange> counters,
        long waiting,
        long tentative,
        boolean lineMoves,
        LineGuard guard) {}
