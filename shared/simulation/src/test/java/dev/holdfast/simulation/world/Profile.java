package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import java.util.EnumMap;
import java.util.Map;

/**
 * The weather of one history. Each seed has a weather of its own (swarm testing), so that rare mixes occur: most kinds
 * of fault are off, the others frequent.
 *
 * @param perMille how often each fault, in a thousand calls that can meet it
 * @param faultMillis how long the faults last; then it is calm
 * @param duplicatePerMille how often a message or a batch of records comes twice
 * @param redeliveredPerMille how often the answer of a whole invocation is lost
 */
public record Profile(
        Map<Fault, Integer> perMille,
        long faultMillis,
        int environments,
        int queueBatch,
        int streamBatch,
        int shards,
        long visibilityMillis,
        int duplicatePerMille,
        int redeliveredPerMille,
        boolean clocksDiffer,
        boolean indexesLag) {
    private static final int[] RATES = {0, 0, 0, 10, 40, 120};
    private static final int OFTEN_PER_MILLE = 700;
    private static final long[] FAULTY_MILLIS = {30_000, 5_000, 120_000, 300_000};
    private static final long[] VISIBILITY_MILLIS = {120_000, 120_000, 15_000, 3_000};

    /** One environment each, everything at once, no fault. */
    public static Profile calm() {
        return drawn(Tape.of());
    }

    /** The same with indexes that are always up to date. */
    public Profile withFreshIndexes() {
        return with(perMille, false);
    }

    /** The same, this fault often met by whom it can meet. */
    Profile withOften(Fault fault) {
        Map<Fault, Integer> rates = new EnumMap<>(perMille);
        rates.put(fault, OFTEN_PER_MILLE);
        return with(rates, indexesLag);
    }

    private Profile with(Map<Fault, Integer> rates, boolean lag) {
        return new Profile(
                rates,
                faultMillis,
                environments,
                queueBatch,
                streamBatch,
                shards,
                visibilityMillis,
                duplicatePerMille,
                redeliveredPerMille,
                clocksDiffer,
                lag);
    }

    public static Profile drawn(Tape tape) {
        Map<Fault, Integer> perMille = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                perMille.put(fault, RATES[tape.draw(RATES.length)]);
            }
        }
        return new Profile(
                perMille,
                FAULTY_MILLIS[tape.draw(FAULTY_MILLIS.length)],
                1 + tape.draw(3),
                1 + (9 + tape.draw(10)) % 10,
                1 + (9 + tape.draw(10)) % 10,
                1 + tape.draw(2),
                VISIBILITY_MILLIS[tape.draw(VISIBILITY_MILLIS.length)],
                RATES[tape.draw(RATES.length)],
                RATES[tape.draw(RATES.length)],
                tape.draw(2) == 1,
                tape.draw(2) == 1);
    }
}
