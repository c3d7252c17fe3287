package dev.holdfast.kernel;

/** How a worker waits before it tries again, so that two that collided do not collide again. */
@FunctionalInterface
public interface Backoff {
    /** Waits before this attempt; the first is attempt 1. */
    void pause(int attempt);
}
