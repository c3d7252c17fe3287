package dev.holdfast.replenishment;

import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import java.util.Optional;

/**
 * When a SKU is ordered again, and up to what, in units of its inventory position. It comes into being by its first
 * {@code PUT}, is replaced by later ones, and is never deleted.
 *
 * <p>Where an alert stands, another policy does not raise it again, however high its reorder point: an alert tells of a
 * crossing of the position, which was told already and is not over. It is over when the position rises above
 * what the policy of that time asks for.
 *
 * @param reorderPoint the SKU alerts at or below it
 * @param orderUpTo what an order fills up to; at least the reorder point
 * @param hysteresis how far above the reorder point it must rise before it can alert again
 * @param supplier whom procurement asks
 */
public record ReorderPolicy(int reorderPoint, int orderUpTo, int hysteresis, Optional<String> supplier) {
    /** @throws InvalidValue when an order would not lift the SKU to its reorder point, or a number is out of range */
    public ReorderPolicy {
        for (int units : new int[] {reorderPoint, orderUpTo, hysteresis}) {
            if (units < 0 || units > Limits.QUANTITY_MAX) {
                throw new InvalidValue("must be 0 to " + Limits.QUANTITY_MAX);
            }
        }
        if (orderUpTo < reorderPoint) {
            throw new InvalidValue("must be at least the reorder point");
        }
    }

    /** What the stock of the SKU is watched by. */
    public Thresholds thresholds() {
        return new Thresholds(reorderPoint, (long) reorderPoint + hysteresis);
    }

    /** How much to order at this position: up to the target, never less than nothing. */
    public long suggestedQuantity(long position) {
        return Math.max(0, orderUpTo - position);
    }
}
