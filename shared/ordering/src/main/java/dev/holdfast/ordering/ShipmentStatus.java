package dev.holdfast.ordering;

/** Where a shipment is. */
public enum ShipmentStatus {
    READY,
    DISPATCHING,
    DISPATCHED,
    DELIVERED,
    CANCELLED
}
