package dev.holdfast.replenishment;

import dev.holdfast.kernel.Sku;
import java.util.Optional;

/**
 * A stock change that concerns replenishment: the position crossed a threshold, or a threshold crossed the position.
 *
 * @param version of the SKU's stock after it; rises with every change
 * @param level after it
 * @param before empty for a new SKU
 */
public record Crossing(Sku sku, long version, StockLevel level, Optional<StockLevel> before) {}
