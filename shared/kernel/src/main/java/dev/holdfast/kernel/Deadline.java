package dev.holdfast.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a worker may go on. It bounds the work, never its correctness: what is not done comes again. */
@FunctionalInterface
public interface Deadline {
    /** For work that nobody will end. */
    Deadline NONE = () -> Duration.ofSeconds(Long.MAX_VALUE);

    /** What is left; never negative. */
    Duration remaining();

    /** After as many milliseconds as the supplier says, each time that it is asked. */
    static Deadline inMillis(LongSupplier remaining) {
        return () -> Duration.ofMillis(Math.max(0, remaining.getAsLong()));
    }

    /** The deadline of a part whose caller needs this much time after it. */
    default Deadline earlierBy(Duration reserve) {
        return () -> {
            Duration left = remaining();
            return left.compareTo(reserve) < 0 ? Duration.ZERO : left.minus(reserve);
        };
    }

    /** Whether less than this is left: time to hand the work back. */
    default boolean isWithin(Duration reserve) {
        return remaining().compareTo(reserve) < 0;
    }

    /** Too little time is left to begin another step. */
    default boolean isNear() {
        return remaining().isZero();
    }
}
