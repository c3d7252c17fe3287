package dev.holdfast.ordering;

/** Where an order is, as its channel sees it. */
public enum OrderStatus {
    PLACED,
    RESERVED,
    BACKORDERED,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    CANCELLING,
    CANCELLED,
    REJECTED,
    REVIEW
}
