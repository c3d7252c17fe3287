package dev.holdfast.ordering;

import dev.holdfast.inventory.Allocation;

/** An open allocation, or one whose goods have left. What is released is no longer here; the journal remembers it. */
public record Held(Allocation allocation, boolean shipped) {
    static Held open(Allocation allocation) {
        return new Held(allocation, false);
    }

    Held asShipped() {
        return new Held(allocation, true);
    }

    /** What is left of it when so many units are set aside. */
    Held less(long units) {
        return new Held(new Allocation(allocation.sku(), allocation.location(), allocation.units() - units), shipped);
    }
}
