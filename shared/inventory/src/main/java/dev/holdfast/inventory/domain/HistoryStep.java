package dev.holdfast.inventory.domain;

import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.Optional;

/**
 * One step of a SKU's history.
 *
 * @param location where; empty where nothing moved at a location
 * @param movement what moved; empty where only the thresholds of its reorder policy changed
 * @param after the SKU's sums after the whole version
 */
public record HistoryStep(
        Sku sku, long version, Optional<LocationId> location, Optional<Movement> movement, Sums after) {
    /** What the inventory position follows from. */
    public record Sums(long available, long reserved, long waiting, long onOrder, Optional<Thresholds> thresholds) {}

    /** At or below the first the SKU is to be reordered; above the second it may be told again. */
    public record Thresholds(long reorderPoint, long rearmAbove) {}
}
