package dev.holdfast.inventory;

import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;

/** Units of a SKU that are held for an order at one location; at least one. */
public record Allocation(Sku sku, LocationId location, long units) {
    public Allocation {
        Invariant.check(units > 0, "an allocation holds at least one unit");
    }
}
