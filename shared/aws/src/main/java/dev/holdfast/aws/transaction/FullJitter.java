package dev.holdfast.aws.transaction;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between tries: any time up to a bound that doubles from 20 ms to 640 ms. */
public final class FullJitter {
    private static final Duration FIRST = Duration.ofMillis(20);
    private static final int DOUBLINGS_MAX = 5;

    private final RandomGenerator random;

    public FullJitter(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Waits.
     *
     * @param tries how many failed so far, from 1
     */
    public void after(int tries) {
        try {
            Thread.sleep(Duration.ofMillis(random.nextLong(bound(tries).toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Duration bound(int tries) {
        return FIRST.multipliedBy(1L << Math.min(DOUBLINGS_MAX, tries - 1));
    }
}
