package dev.holdfast.local.verify;

/** A low-stock alert: what a crossing makes, what the table holds, or what was published. */
public record AlertRow(String sku, long epoch, long basisVersion, long position, long reorderPoint) {
    /** In words. */
    String words() {
        return "alert " + epoch + " of " + sku + " (version " + basisVersion + ", position " + position
                + ", reorder point " + reorderPoint + ")";
    }
}
