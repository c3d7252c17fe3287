package dev.holdfast.orderintake;

import java.time.Duration;

/** How to let time pass. */
@FunctionalInterface
public interface Pause {
    /** Returns after this time, or when somebody interrupts. */
    void sleep(Duration time) throws InterruptedException;
}
