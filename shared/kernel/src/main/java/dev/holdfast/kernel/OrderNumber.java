package dev.holdfast.kernel;

/** A channel's own number of an order: 1 to 64 printable ASCII characters, case kept. */
public record OrderNumber(String value) {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = Text.PRINTABLE_FORM;

    /** @throws InvalidValue when the text is no order number */
    public OrderNumber {
        value = Text.printable("an order number", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
