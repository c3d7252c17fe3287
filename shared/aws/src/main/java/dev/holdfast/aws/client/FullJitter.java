package dev.holdfast.aws.client;

import dev.holdfast.kernel.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits a random time between nothing and a bound that doubles with every attempt up to {@link #LONGEST}: two that
 * collided spread over the whole of it.
 */
public final class FullJitter implements Backoff {
    /** The bound of the first wait. */
    public static final Duration FIRST = Duration.ofMillis(20);
    /** The bound of the last ones. */
    public static final Duration LONGEST = Duration.ofMillis(500);

    private static final int DOUBLINGS_MAX = 16;

    private final RandomGenerator random;

    public FullJitter(RandomGenerator random) {
        this.random = random;
    }

    /** {@inheritDoc} Whoever interrupts ends the wait. */
    @Override
    public void pause(int attempt) {
        try {
            Thread.sleep(random.nextLong(bound(attempt).toMillis() + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest that this attempt waits. */
    static Duration bound(int attempt) {
        Duration doubled = FIRST.multipliedBy(1L << Math.clamp(attempt - 1, 0, DOUBLINGS_MAX));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
