package dev.holdfast.replenishment.domain;

/** What a stock change means for a SKU's alert. */
public sealed interface AlertDecision {
    /** Seen before, or overtaken by a later change: nothing moves. */
    record Skip() implements AlertDecision {}

    /** Looked at; only the version moves, so that nothing older counts any more. */
    record Note(long version) implements AlertDecision {}

    /** Recovered. */
    record Rearm(long version) implements AlertDecision {}

    /** The reorder point is reached: this crossing's alert is raised. */
    record Fire(long version, long epoch) implements AlertDecision {}
}
