package dev.holdfast.local.shop;

import dev.holdfast.kernel.Fingerprint;

/** Chance that is the same in every run: it follows from a name. */
final class Fate {
    private static final int HUNDRED = 100;
    private static final int HEX_DIGITS = 8;
    private static final int HEX = 16;

    private Fate() {}

    /** A number from 0 to 99 for this name, in this matter. */
    static int percent(String matter, String name) {
        String digits = Fingerprint.of(matter + ":" + name).hex().substring(0, HEX_DIGITS);
        return (int) (Long.parseLong(digits, HEX) % HUNDRED);
    }
}
