package dev.holdfast.inventory;

/** What must be true of a SKU's line of waiting demand when a change is committed. */
public sealed interface LineGuard {
    /** Whoever waits is not concerned: goods arrive, leave, or are given back. */
    record Anyone() implements LineGuard {}

    /** A newcomer takes only where nobody waits. */
    record NobodyWaits() implements LineGuard {}

    /** The line is as it was read, so its front is the front. */
    record LineAt(long lineVersion) implements LineGuard {}
}
