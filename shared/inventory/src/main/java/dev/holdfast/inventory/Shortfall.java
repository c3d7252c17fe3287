package dev.holdfast.inventory;

import dev.holdfast.kernel.Sku;

/** Why an order was refused: units asked for, and units that were available to promise when it was decided. */
public record Shortfall(Sku sku, long requested, long available) {}
