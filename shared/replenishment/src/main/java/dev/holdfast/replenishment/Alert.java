package dev.holdfast.replenishment;

import dev.holdfast.kernel.DerivedId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.Optional;

/**
 * A SKU reached its reorder point: once per crossing. It is never changed.
 *
 * @param epoch counts the crossings of this SKU, from 1, without gaps
 * @param basisVersion the version of the SKU's stock at which it happened
 */
public record Alert(
        Sku sku,
        long epoch,
        long basisVersion,
        long available,
        long onOrder,
        long waiting,
        long reorderPoint,
        long suggestedQuantity,
        Optional<String> supplier,
        Instant raisedAt) {
    /** The inventory position at which it was raised. */
    public long position() {
        return available + onOrder - waiting;
    }

    /** The same however often the alert is published. */
    public String eventId() {
        return "evt_" + DerivedId.of("reorder-alert", sku.value(), Long.toString(epoch));
    }

    /** The head of an e-mail: at most 100 characters of ASCII. */
    public String subject() {
        return "Reorder " + sku + ": position " + position() + ", reorder point " + reorderPoint;
    }

    /** The alert as a sentence or two. */
    public String summary() {
        String source = supplier.map(name -> " from " + name).orElse("");
        return "%s has reached its reorder point of %d: its position is %d (%d available, %d on order, %d waiting). %s"
                .formatted(
                        sku,
                        reorderPoint,
                        position(),
                        available,
                        onOrder,
                        waiting,
                        suggestedQuantity == 0
                                ? "Nothing needs to be ordered under its policy."
                                : "Suggested order: " + suggestedQuantity + source + ".");
    }
}
