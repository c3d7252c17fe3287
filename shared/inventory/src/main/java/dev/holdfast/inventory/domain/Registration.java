package dev.holdfast.inventory.domain;

import java.util.Optional;
import java.util.function.LongPredicate;

/** What becomes of the wish that a record of master data read so. */
public sealed interface Registration<T> {
    /** A wish that writes. */
    sealed interface Write<T> extends Registration<T> {
        /** The record as written. */
        Versioned<T> record();
    }

    /** There was none. */
    record Created<T>(Versioned<T> record) implements Write<T> {}

    /** It read otherwise, and the caller knew how. */
    record Replaced<T>(Versioned<T> record) implements Write<T> {}

    /** It reads so already. */
    record Unchanged<T>(Versioned<T> record) implements Registration<T> {}

    /** It reads otherwise, and the caller does not say what they want to replace. */
    record PreconditionNeeded<T>() implements Registration<T> {}

    /** It reads otherwise than the caller knows. */
    record Stale<T>() implements Registration<T> {}

    /** There are as many as there may be. */
    record Full<T>(int most) implements Registration<T> {}

    /** Not now; asking again is safe. */
    record Busy<T>() implements Registration<T> {}

    /**
     * Decides by the record as it stands.
     *
     * @param expected the versions that the caller wants to replace; empty where they do not say
     */
    static <T> Registration<T> decide(Optional<Versioned<T>> current, T wanted, Optional<LongPredicate> expected) {
        if (current.isEmpty()) {
            return expected.isPresent() ? new Stale<>() : new Created<>(new Versioned<>(wanted, Versioned.FIRST));
        }
        Versioned<T> found = current.get();
        if (found.content().equals(wanted)) {
            return new Unchanged<>(found);
        }
        if (expected.isEmpty()) {
            return new PreconditionNeeded<>();
        }
        return expected.get().test(found.version())
                ? new Replaced<>(new Versioned<>(wanted, found.version() + 1))
                : new Stale<>();
    }
}
