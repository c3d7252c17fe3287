package dev.holdfast.kernel;

import java.util.regex.Pattern;

/** Stock keeping unit: 1 to 40 of letters, digits, '.', '_' and '-', folded to upper case. */
public record Sku(String value) implements Comparable<Sku> {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue when the text is no SKU */
    public Sku {
        value = Text.folded("a SKU", value, PATTERN, "1 to 40 letters, digits, '.', '_' or '-'");
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
