package dev.holdfast.inventory.port;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.kernel.LocationId;

/** Keeps the merchant's locations. */
public interface LocationStore {
    /** All of them as they are now. */
    LocationRegister read();

    /** Writes the register as it follows on the one read; it has moved on where somebody else was first. */
    CommitOutcome write(LocationRegister next);

    /** Whether there is such a location; a location never ends, so a yes may be remembered. */
    boolean knows(LocationId id);
}
