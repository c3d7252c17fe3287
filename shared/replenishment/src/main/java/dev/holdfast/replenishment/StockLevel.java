package dev.holdfast.replenishment;

import java.util.Optional;

/**
 * What replenishment looks at in a SKU's stock, over all locations, in units.
 *
 * @param thresholds empty where the SKU has no reorder policy
 */
public record StockLevel(long available, long onOrder, long waiting, Optional<Thresholds> thresholds) {
    /** The inventory position: below zero where more is waiting than is there and on order. */
    public long position() {
        return available + onOrder - waiting;
    }

    /**
     * The rule by which stock changes concern replenishment: the position moved to another side of a threshold, or there
     * are other thresholds than before. Everything else is left out.
     *
     * @param before the level before the change; empty for a new SKU
     */
    public boolean concernsReplenishmentAfter(Optional<StockLevel> before) {
        if (thresholds.isEmpty()) {
            return false;
        }
        Thresholds current = thresholds.get();
        return before.filter(old -> old.thresholds().equals(thresholds))
                .map(old -> current.zone(old.position()) != current.zone(position()))
                .orElse(true);
    }
}
