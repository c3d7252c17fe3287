package dev.holdfast.replenishment.port;

import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import java.util.Optional;

/** Driven port: the reorder policies that there are. */
@FunctionalInterface
public interface ReorderPolicies {
    /** The policy of this SKU; empty where it has none or is unknown. */
    Optional<Stored> find(Sku sku);

    /**
     * A policy with its version.
     *
     * @param version from 1, one more with each replacement
     */
    record Stored(ReorderPolicy policy, long version) {}
}
