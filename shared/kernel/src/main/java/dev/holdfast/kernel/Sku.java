package dev.holdfast.kernel;

/** Stock keeping unit: 1 to 40 of letters, digits, '.', '_' and '-', folded to upper case. */
public record Sku(String value) implements Comparable<Sku> {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[" + Sku.SET + "]{1," + Sku.LENGTH_MAX + "}";

    private static final String SET = "A-Za-z0-9._-";
    private static final int LENGTH_MAX = 40;
    private static final Characters CHARACTERS = new Characters(SET);

    /** @throws InvalidValue when the text is no SKU */
    public Sku {
        value = Text.folded("a SKU", value, CHARACTERS, LENGTH_MAX, "1 to 40 letters, digits, '.', '_' or '-'");
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
