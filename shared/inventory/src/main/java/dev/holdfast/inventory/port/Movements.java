package dev.holdfast.inventory.port;

import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.kernel.Sku;
import java.util.List;
import java.util.Optional;

/** Reads a SKU's history. It follows the stock with a short delay. */
public interface Movements {
    /**
     * Movements, newest first.
     *
     * @param before where the page before ended; empty for the first
     */
    Page newestFirst(Sku sku, int most, Optional<Place> before);

    /** A part of the history, and where the next one goes on. */
    record Page(List<Movement> movements, Optional<Place> next) {}

    /** A place in a history, as text. */
    record Place(String step) {}
}
