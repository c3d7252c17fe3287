package dev.holdfast.inventory;

import dev.holdfast.kernel.Invariant;

/** A move in the line of waiting demand. */
public sealed interface LineMove {
    LinePlace place();

    /** An order takes its place. */
    record Join(WaitingDemand demand) implements LineMove {
        @Override
        public LinePlace place() {
            return demand.place();
        }
    }

    /** Served in part: it keeps its place and waits for less. */
    record Advance(WaitingDemand before, long unitsLeft) implements LineMove {
        public Advance {
            Invariant.check(
                    unitsLeft > 0 && unitsLeft < before.units(), "who advances waits for less, not for nothing");
        }

        @Override
        public LinePlace place() {
            return before.place();
        }
    }

    /** Served in full, or given up. */
    record Leave(WaitingDemand before) implements LineMove {
        @Override
        public LinePlace place() {
            return before.place();
        }
    }
}
