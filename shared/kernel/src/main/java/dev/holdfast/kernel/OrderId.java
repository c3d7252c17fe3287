package dev.holdfast.kernel;

/** An order's id. It follows from (channel, order number), so that an order accepted twice is one order. */
public record OrderId(String value) implements Comparable<OrderId> {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = OrderId.PREFIX + "[" + OrderId.SET + "]{26}";

    private static final String PREFIX = "ord_";
    private static final String SET = "0-9a-hjkmnp-tv-z";
    private static final int LENGTH = 30;
    private static final Characters CHARACTERS = new Characters(SET);

    /** @throws InvalidValue when the text is no order id */
    public OrderId {
        if (value.length() != LENGTH || !value.startsWith(PREFIX) || !CHARACTERS.make(value, PREFIX.length())) {
            throw new InvalidValue("an order id must be 'ord_' and 26 characters");
        }
    }

    public static OrderId of(ChannelId channel, OrderNumber number) {
        return new OrderId(PREFIX + DerivedId.of(channel.value(), number.value()));
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
