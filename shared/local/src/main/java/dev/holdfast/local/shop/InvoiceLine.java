package dev.holdfast.local.shop;

import dev.holdfast.kernel.Sku;

/** Goods on an invoice; the price of one is in pence. */
public record InvoiceLine(Sku sku, int quantity, long unitPriceMinor) {}
