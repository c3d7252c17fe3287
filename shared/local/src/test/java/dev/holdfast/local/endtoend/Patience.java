package dev.holdfast.local.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again until it is so, less and less often, so that hundreds who look do not keep the system from its work; gives
 * up long after it should have been.
 */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private Patience() {}

    static <T> T until(String what, Supplier<T> look, Predicate<T> isSo) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Duration pause = FIRST_PAUSE;
        T seen = look.get();
        while (!isSo.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it never happened that " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            seen = look.get();
        }
        return seen;
    }
}
