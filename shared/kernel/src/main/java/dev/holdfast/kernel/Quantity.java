package dev.holdfast.kernel;

/** Units of a SKU on a line: 1 to {@link Limits#QUANTITY_MAX}. */
public record Quantity(int units) {
    /** @throws InvalidValue when out of range */
    public Quantity {
        if (units < 1 || units > Limits.QUANTITY_MAX) {
            throw new InvalidValue("a quantity must be 1 to " + Limits.QUANTITY_MAX);
        }
    }
}
