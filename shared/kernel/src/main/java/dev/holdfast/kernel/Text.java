package dev.holdfast.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks that the identifier types share. */
final class Text {
    /** Up to 64 printable ASCII characters, no space at either end. */
    static final String PRINTABLE_FORM = "[!-~]([ -~]{0,62}[!-~])?";

    private static final Pattern PRINTABLE = Pattern.compile(PRINTABLE_FORM);

    private Text() {}

    static String folded(String what, String value, Pattern pattern, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidValue(what + " must be " + rule);
        }
        return value.toUpperCase(Locale.ROOT);
    }

    static String printable(String what, String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new InvalidValue(what + " must be 1 to 64 printable ASCII characters");
        }
        return value;
    }
}
