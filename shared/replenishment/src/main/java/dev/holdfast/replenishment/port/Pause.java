package dev.holdfast.replenishment.port;

/** Driven port: lets time pass between two tries, so that those who met do not meet again. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits a moment.
     *
     * @param tries how many failed so far, from 1
     */
    void after(int tries);
}
