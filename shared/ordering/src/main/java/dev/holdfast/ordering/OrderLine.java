package dev.holdfast.ordering;

import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;

/** One line as ordered; the price is in minor units of the order's currency. */
public record OrderLine(int number, Sku sku, Quantity quantity, long unitPriceMinor) {
    public long totalMinor() {
        return Math.multiplyExact(unitPriceMinor, quantity.units());
    }
}
