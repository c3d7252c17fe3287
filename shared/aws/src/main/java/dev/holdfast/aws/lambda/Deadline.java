package dev.holdfast.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that is left to an invocation before Lambda ends it. */
public final class Deadline {
    private final LongSupplier remainingMillis;

    private Deadline(LongSupplier remainingMillis) {
        this.remainingMillis = remainingMillis;
    }

    /** Of the invocation that this context belongs to. */
    public static Deadline of(Context context) {
        return new Deadline(context::getRemainingTimeInMillis);
    }

    /** For tests and simulations: whatever the supplier says, in milliseconds. */
    public static Deadline of(LongSupplier remainingMillis) {
        return new Deadline(remainingMillis);
    }

    /** What is left; never negative. */
    public Duration remaining() {
        return Duration.ofMillis(Math.max(0, remainingMillis.getAsLong()));
    }

    /** Whether less than this is left: time to hand the work back. */
    public boolean isWithin(Duration reserve) {
        return remaining().compareTo(reserve) < 0;
    }
}
