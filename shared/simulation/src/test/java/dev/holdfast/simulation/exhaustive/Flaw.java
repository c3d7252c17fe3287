package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.StockChange;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;

/** What is wrong with the shop. Nothing is, except where the checker itself is checked. */
interface Flaw {
    Flaw NONE = new Flaw() {};

    /** Writes an order although somebody else was first. */
    default boolean ignoresVersions() {
        return false;
    }

    /** Lets a newcomer take where somebody waits. */
    default boolean ignoresTheLine() {
        return false;
    }

    /** Takes what is not there. */
    default boolean ignoresCounters() {
        return false;
    }

    /** Acts again under a key that it knows. */
    default boolean forgetsKeys() {
        return false;
    }

    /** Writes the order without its stock. */
    default boolean forgets(StockChange change) {
        return false;
    }

    /** The order as it is written. */
    default Order written(OrderChange change) {
        return change.after();
    }
}
