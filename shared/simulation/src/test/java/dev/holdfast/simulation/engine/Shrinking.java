package dev.holdfast.simulation.engine;

import java.util.Arrays;
import java.util.function.Predicate;

/** Finds a shorter tape that still breaks the same: cuts pieces out, then lowers what is left. */
public final class Shrinking {
    private final Predicate<int[]> breaks;
    private int[] best;
    private int triesLeft;

    private Shrinking(int[] draws, Predicate<int[]> breaks, int tries) {
        this.best = draws;
        this.breaks = breaks;
        this.triesLeft = tries;
    }

    /**
     * A tape with fewer and lower draws.
     *
     * @param breaks whether these draws break the same invariant
     * @param tries at most so many
     */
    public static int[] of(int[] draws, Predicate<int[]> breaks, int tries) {
        Shrinking shrinking = new Shrinking(draws, breaks, tries);
        int before;
        do {
            before = shrinking.weight();
            shrinking.cut();
            shrinking.clear();
            shrinking.lower();
        } while (shrinking.weight() < before && shrinking.triesLeft > 0);
        return shrinking.best;
    }

    private int weight() {
        return 1_000 * best.length + Arrays.stream(best).sum();
    }

    private boolean accept(int[] draws) {
        if (triesLeft-- > 0 && breaks.test(draws)) {
            best = withoutEnd(draws);
            return true;
        }
        return false;
    }

    private static int[] withoutEnd(int[] draws) {
        int end = draws.length;
        while (end > 0 && draws[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(draws, end);
    }

    private void cut() {
        for (int size = Integer.highestOneBit(Math.max(1, best.length)); size > 0; size /= 2) {
            for (int at = Math.max(0, best.length - size); at >= 0; at -= size) {
                if (at + size <= best.length) {
                    int[] less = new int[best.length - size];
                    System.arraycopy(best, 0, less, 0, at);
                    System.arraycopy(best, at + size, less, at, less.length - at);
                    accept(less);
                }
            }
        }
    }

    /** Sets stretches to 0 where cutting them would shift what follows. */
    private void clear() {
        for (int size = Integer.highestOneBit(Math.max(1, best.length)); size > 0; size /= 2) {
            for (int at = 0; at < best.length; at += size) {
                int[] calmer = best.clone();
                Arrays.fill(calmer, at, Math.min(calmer.length, at + size), 0);
                if (!Arrays.equals(calmer, best)) {
                    accept(calmer);
                }
            }
        }
    }

    private void lower() {
        for (int at = 0; at < best.length; at++) {
            int[] lower = best.clone();
            lower[at] /= 2;
            while (at < best.length && lower[at] != best[at] && accept(lower)) {
                if (at >= best.length) {
                    return;
                }
                lower = best.clone();
                lower[at] /= 2;
            }
        }
    }
}
