package dev.holdfast.replenishment.port;

import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.domain.AlertState;
import java.util.Optional;

/** Driven port: alert states, and the alerts that were raised. */
public interface Alerts {
    /** The stored state; empty where nobody looked at the SKU yet. */
    Optional<AlertState> state(Sku sku);

    /**
     * Moves the state and inserts the alert, together or not at all.
     *
     * @param before as it was read; empty where there was none
     * @param alert where the move raises one
     */
    Outcome save(Sku sku, Optional<AlertState> before, AlertState after, Optional<Alert> alert);

    /** What became of a move. */
    enum Outcome {
        /** Done, by this call or by an earlier try of the same. */
        SAVED,
        /** Somebody else moved the state: read it again. */
        OVERTAKEN,
        /** Refused for now; nothing happened. */
        BUSY,
        /** The answer was lost: done or not. The same change again finds out. */
        UNKNOWN
    }
}
