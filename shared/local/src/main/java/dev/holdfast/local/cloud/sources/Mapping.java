package dev.holdfast.local.cloud.sources;

/** Something that invokes a function on its own. */
interface Mapping {
    void start();

    /** Begins nothing new. */
    void stop();

    /** Waits until what had begun has ended. */
    void awaitEnd() throws InterruptedException;
}
