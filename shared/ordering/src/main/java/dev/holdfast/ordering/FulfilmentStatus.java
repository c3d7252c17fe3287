package dev.holdfast.ordering;

/** How far an order's shipments are. */
public enum FulfilmentStatus {
    NONE,
    READY,
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED
}
