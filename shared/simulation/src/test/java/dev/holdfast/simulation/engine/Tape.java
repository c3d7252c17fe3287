package dev.holdfast.simulation.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Every choice of a history, in order. 0 is benign: no fault, the first in line. A fresh tape draws from a seed and
 * remembers; a replayed one reads, and goes on with 0 at its end, so that a shorter tape is a simpler history.
 */
public final class Tape {
    private final @Nullable SplittableRandom random;
    private int[] values;
    private int length;
    private int at;

    private Tape(@Nullable SplittableRandom random, int[] values, int length) {
        this.random = random;
        this.values = values;
        this.length = length;
    }

    /** A fresh tape of this seed. */
    public static Tape ofSeed(long seed) {
        return new Tape(new SplittableRandom(seed), new int[256], 0);
    }

    /** These draws again, then nothing but 0. */
    public static Tape of(int... values) {
        return new Tape(null, values.clone(), values.length);
    }

    /** One of 0 to {@code bound - 1}, all as likely. */
    public int draw(int bound) {
        if (bound <= 1) {
            return 0;
        }
        return random == null ? read(bound) : note(random.nextInt(bound));
    }

    /** Whether something happens that does so so often in a thousand times. */
    public boolean chance(int perMille) {
        if (perMille <= 0) {
            return false;
        }
        return (random == null ? read(2) : note(random.nextInt(1_000) < perMille ? 1 : 0)) == 1;
    }

    /** An index of these weights, each as likely as its weight says. */
    public int pick(int[] weights, int sum) {
        if (random == null) {
            return read(weights.length);
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return note(index);
    }

    private int read(int bound) {
        if (at >= length) {
            at++;
            return 0;
        }
        return Math.min(values[at++], bound - 1);
    }

    private int note(int value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, 2 * length);
        }
        values[length++] = value;
        return value;
    }

    /** The draws so far, without benign ones at the end. */
    public int[] values() {
        int end = random == null ? Math.min(at, length) : length;
        while (end > 0 && values[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(values, end);
    }
}
