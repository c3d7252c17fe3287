package dev.holdfast.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks that the identifier types share. */
final class Text {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?");

    private Text() {}

    static String folded(String what, String value, Pattern pattern, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidValue(what + " must be " + rule);
        }
        return value.toUpperCase(Locale.ROOT);
    }

    static String printable(String what, String value) {
        if (value.isEmpty() || value.length() > 64 || !PRINTABLE.matcher(value).matches()) {
            throw new InvalidValue(what + " must be 1 to 64 printable ASCII characters");
        }
        return value;
    }
}
