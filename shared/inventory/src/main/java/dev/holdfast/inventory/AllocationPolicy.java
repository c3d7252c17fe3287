package dev.holdfast.inventory;

/** What an order wants when not everything is there. */
public enum AllocationPolicy {
    /** All of it, or none of it. */
    ALL_OR_NOTHING,
    /** What is there now, and the rest as it comes, first come, first served. */
    BACKORDER
}
