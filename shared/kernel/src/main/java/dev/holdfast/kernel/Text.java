package dev.holdfast.kernel;

import java.util.Locale;

/** Checks that the identifier types share. */
final class Text {
    /** Up to 64 printable ASCII characters, no space at either end. */
    static final String PRINTABLE_FORM = "[!-~]([ -~]{0,62}[!-~])?";

    private static final int PRINTABLE_LENGTH_MAX = 64;
    private static final Characters PRINTABLE = new Characters(" -~");

    private Text() {}

    /** Whether it is 1 to so many of these characters. */
    static boolean is(String value, Characters characters, int lengthMax) {
        return !value.isEmpty() && value.length() <= lengthMax && characters.make(value, 0);
    }

    static String folded(String what, String value, Characters characters, int lengthMax, String rule) {
        if (!is(value, characters, lengthMax)) {
            throw new InvalidValue(what + " must be " + rule);
        }
        return value.toUpperCase(Locale.ROOT);
    }

    static String printable(String what, String value) {
        if (!is(value, PRINTABLE, PRINTABLE_LENGTH_MAX) || value.startsWith(" ") || value.endsWith(" ")) {
            throw new InvalidValue(what + " must be 1 to 64 printable ASCII characters");
        }
        return value;
    }
}
