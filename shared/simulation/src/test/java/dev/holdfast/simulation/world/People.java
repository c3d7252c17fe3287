package dev.holdfast.simulation.world;

/** Whoever asks something of the system. */
public interface People {
    /** Starts what they do on their own. */
    void begin(World world);

    /** Does what is left to do when everything is quiet; answers whether there was anything. */
    boolean goOn(World world);

    /** Whether what they were told is true. */
    void check(World world);
}
