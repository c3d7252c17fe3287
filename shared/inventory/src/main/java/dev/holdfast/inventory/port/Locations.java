package dev.holdfast.inventory.port;

import dev.holdfast.inventory.Sourcing;

/** What is known of the places where stock lies. */
public interface Locations {
    /** The sourcing rules by the priorities of today; may be a minute old, for the write verifies the numbers. */
    Sourcing sourcing();
}
