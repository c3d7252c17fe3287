package dev.holdfast.kernel;

/** The caller's own name for a request, by which a repetition is known: 1 to 64 printable ASCII characters. */
public record Reference(String value) {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = Text.PRINTABLE_FORM;

    /** @throws InvalidValue when the text is no reference */
    public Reference {
        value = Text.printable("a reference", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
