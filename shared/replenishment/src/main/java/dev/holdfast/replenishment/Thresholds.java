package dev.holdfast.replenishment;

/**
 * Between which positions a SKU needs ordering, in units.
 *
 * @param reorderPoint reached at or below it
 * @param rearmAbove armed again above it; at least the reorder point
 */
public record Thresholds(long reorderPoint, long rearmAbove) {
    public Thresholds {
        if (rearmAbove < reorderPoint) {
            throw new IllegalArgumentException("a SKU is not armed again where it alerts");
        }
    }

    /** Where a position stands. */
    Zone zone(long position) {
        if (position <= reorderPoint) {
            return Zone.REACHED;
        }
        return position <= rearmAbove ? Zone.BETWEEN : Zone.CLEAR;
    }

    /** Whether this position has reached the reorder point. */
    public boolean isReachedAt(long position) {
        return zone(position) == Zone.REACHED;
    }

    /** Whether a fired alert is armed again at this position. */
    public boolean isClearAt(long position) {
        return zone(position) == Zone.CLEAR;
    }

    /** The three parts into which two thresholds divide all positions. */
    enum Zone {
        REACHED,
        BETWEEN,
        CLEAR
    }
}
