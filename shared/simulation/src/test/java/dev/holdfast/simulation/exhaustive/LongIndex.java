package dev.holdfast.simulation.exhaustive;

import java.util.Arrays;

/** Numbers under keys, in flat arrays: millions of states must fit. Numbers are 0 and above. */
final class LongIndex {
    static final int ABSENT = -1;

    private long[] keys = new long[1 << 10];
    private int[] numbers = absent(1 << 10);
    private int size;

    private static int[] absent(int length) {
        int[] all = new int[length];
        Arrays.fill(all, ABSENT);
        return all;
    }

    int size() {
        return size;
    }

    int get(long key) {
        return numbers[slot(key)];
    }

    /** Puts a number where there is none. */
    void put(long key, int number) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        numbers[slot] = number;
        size++;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (numbers[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = absent(2 * oldKeys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
