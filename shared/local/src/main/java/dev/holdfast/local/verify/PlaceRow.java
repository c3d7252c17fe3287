package dev.holdfast.local.verify;

/** A place in the line for a SKU, as it stands in the Stock table. */
public record PlaceRow(String sku, long acceptedAtMillis, String orderId, long units) {
    /** In words. */
    String place() {
        return sku + " for order " + orderId + " accepted at " + acceptedAtMillis;
    }
}
