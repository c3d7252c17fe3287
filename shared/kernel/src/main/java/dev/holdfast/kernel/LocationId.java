package dev.holdfast.kernel;

import java.util.regex.Pattern;

/** A place where stock lies: 1 to 20 of letters, digits and '-', folded to upper case. */
public record LocationId(String value) implements Comparable<LocationId> {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9-]{1,20}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue when the text is no location */
    public LocationId {
        value = Text.folded("a location", value, PATTERN, "1 to 20 letters, digits or '-'");
    }

    @Override
    public int compareTo(LocationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
