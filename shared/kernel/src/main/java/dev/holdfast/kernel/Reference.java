package dev.holdfast.kernel;

/** The caller's own name for a request, by which a repetition is known: 1 to 64 printable ASCII characters. */
public record Reference(String value) {
    /** @throws InvalidValue when the text is no reference */
    public Reference {
        value = Text.printable("a reference", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
