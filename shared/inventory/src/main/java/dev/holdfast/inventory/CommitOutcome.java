package dev.holdfast.inventory;

/** What became of a commit. Whatever is not committed is decided again from the state as it is then. */
public sealed interface CommitOutcome {
    /** All of it is written. */
    record Committed() implements CommitOutcome {}

    /** A condition was false, nothing is written: somebody else was first, or this was done before. */
    record MovedOn() implements CommitOutcome {}

    /** The store was busy with the same items or with too much at once; nothing is written. */
    record Contended() implements CommitOutcome {}

    /** No answer came: it may be written or not. The state will tell. */
    record Unknown() implements CommitOutcome {}
}
