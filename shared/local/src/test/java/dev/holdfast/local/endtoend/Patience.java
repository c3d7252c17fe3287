package dev.holdfast.local.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until it is so; gives up long after it should have been. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Patience() {}

    static <T> T until(String what, Supplier<T> look, Predicate<T> isSo) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        T seen = look.get();
        while (!isSo.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it never happened that " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
