package dev.holdfast.local.verify;

import java.util.Optional;

/** One invariant, checked over everything. Pure: it looks at a snapshot and at nothing else. */
public interface Check {
    /** Its number in the list of invariants. */
    String invariant();

    /** What must hold, in a few words. */
    String statement();

    /** Over what it was checked, with counts. */
    String scope(Snapshot snapshot);

    /** The first violation, in an order that is the same every time; empty when it holds. */
    Optional<Violation> check(Snapshot snapshot);
}
