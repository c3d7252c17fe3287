package dev.holdfast.kernel;

/** A place where stock lies: 1 to 20 of letters, digits and '-', folded to upper case. */
public record LocationId(String value) implements Comparable<LocationId> {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[" + LocationId.SET + "]{1," + LocationId.LENGTH_MAX + "}";

    private static final String SET = "A-Za-z0-9-";
    private static final int LENGTH_MAX = 20;
    private static final Characters CHARACTERS = new Characters(SET);

    /** @throws InvalidValue when the text is no location */
    public LocationId {
        value = Text.folded("a location", value, CHARACTERS, LENGTH_MAX, "1 to 20 letters, digits or '-'");
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
