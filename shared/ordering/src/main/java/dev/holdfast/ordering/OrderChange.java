package dev.holdfast.ordering;

import dev.holdfast.kernel.Invariant;

/** A commit's change of one order; the store writes it only if the order is still at the version of before. */
public record OrderChange(Order before, Order after) {
    public OrderChange {
        Invariant.check(after.state().version() == before.state().version() + 1, "every commit is one version further");
        Invariant.check(after.content().id().equals(before.content().id()), "a change is of one order");
    }
}
