package dev.holdfast.kernel;

/** A shipment's id: its order and the location that it leaves from. */
public record ShipmentId(OrderId order, LocationId location) {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = OrderId.FORM + "-" + LocationId.FORM;

    private static final int ORDER_ID_LENGTH = 30;

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws InvalidValue when the text is no shipment id
     */
    public static ShipmentId parse(String text) {
        if (text.length() <= ORDER_ID_LENGTH + 1 || text.charAt(ORDER_ID_LENGTH) != '-') {
            throw new InvalidValue("a shipment id must be an order id, '-' and a location");
        }
        return new ShipmentId(
                new OrderId(text.substring(0, ORDER_ID_LENGTH)), new LocationId(text.substring(ORDER_ID_LENGTH + 1)));
    }

    @Override
    public String toString() {
        return order + "-" + location;
    }
}
