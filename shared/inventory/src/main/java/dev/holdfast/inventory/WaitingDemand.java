package dev.holdfast.inventory;

import dev.holdfast.kernel.Invariant;

/** Units that an order still waits for, at its place in the line. */
public record WaitingDemand(LinePlace place, long units) {
    public WaitingDemand {
        Invariant.check(units > 0, "who stands in line waits for at least one unit");
    }
}
