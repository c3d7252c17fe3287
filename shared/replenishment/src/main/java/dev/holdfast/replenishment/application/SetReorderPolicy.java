package dev.holdfast.replenishment.application;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.port.PolicyCommits;
import dev.holdfast.replenishment.port.ReorderPolicies;
import dev.holdfast.replenishment.port.ReorderPolicies.Stored;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Creates or replaces a SKU's reorder policy. */
public final class SetReorderPolicy {
    private static final int TRIES_MAX = 5;

    private final ReorderPolicies policies;
    private final PolicyCommits commits;
    private final Backoff backoff;

    public SetReorderPolicy(ReorderPolicies policies, PolicyCommits commits, Backoff backoff) {
        this.policies = policies;
        this.commits = commits;
        this.backoff = backoff;
    }

    /**
     * Sets the policy.
     *
     * @param expected which versions the caller means to replace; empty where the caller did not say
     */
    public Outcome set(Sku sku, ReorderPolicy policy, Optional<LongPredicate> expected, Actor by, Instant at) {
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            Optional<Stored> stored = policies.find(sku);
            if (stored.filter(before -> before.policy().equals(policy)).isPresent()) {
                return new Outcome.Unchanged(stored.get());
            }
            long replaced = stored.map(Stored::version).orElse(0L);
            if (stored.isPresent() && expected.isEmpty()) {
                return new Outcome.PreconditionMissing();
            }
            if (expected.isPresent() && (stored.isEmpty() || !expected.get().test(replaced))) {
                return new Outcome.Stale();
            }
            Stored next = new Stored(policy, replaced + 1);
            switch (commits.save(sku, policy, replaced, by, at)) {
                case SAVED -> {
                    return stored.isEmpty() ? new Outcome.Created(next) : new Outcome.Replaced(next);
                }
                case NO_SUCH_SKU -> {
                    return new Outcome.NoSuchSku();
                }
                case UNKNOWN -> {
                    return new Outcome.TryAgain();
                }
                case BUSY, OVERTAKEN -> backoff.pause(tries);
            }
        }
        return new Outcome.TryAgain();
    }

    /** What became of the request. */
    public sealed interface Outcome {
        /** The SKU's first policy. */
        record Created(Stored stored) implements Outcome {}

        /** Another policy than before. */
        record Replaced(Stored stored) implements Outcome {}

        /** The same policy as before; nothing was written. */
        record Unchanged(Stored stored) implements Outcome {}

        /** There is another policy and the caller did not say which one it means to replace. */
        record PreconditionMissing() implements Outcome {}

        /** The policy that the caller means to replace is not the current one. */
        record Stale() implements Outcome {}

        /** Nobody registered this SKU. */
        record NoSuchSku() implements Outcome {}

        /** Contention or a lost answer: the same request again is safe. */
        record TryAgain() implements Outcome {}
    }
}
