package dev.holdfast.replenishment.port;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import java.time.Instant;

/** Driven port: a reorder policy is stored together with the thresholds in its SKU's stock. */
@FunctionalInterface
public interface PolicyCommits {
    /**
     * Writes the policy and the thresholds, together or not at all.
     *
     * @param replaced the version that it replaces; 0 where it is the SKU's first
     */
    Outcome save(Sku sku, ReorderPolicy policy, long replaced, Actor by, Instant at);

    /** What became of a write. */
    enum Outcome {
        /** Done, by this call or by an earlier try of the same. */
        SAVED,
        /** Another version than the one to be replaced is there: read it again. */
        OVERTAKEN,
        /** No such SKU; nothing happened. */
        NO_SUCH_SKU,
        /** Refused for now; nothing happened. */
        BUSY,
        /** The answer was lost: done or not. The same request again finds out. */
        UNKNOWN
    }
}
