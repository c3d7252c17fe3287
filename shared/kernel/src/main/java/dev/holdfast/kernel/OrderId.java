package dev.holdfast.kernel;

import java.util.regex.Pattern;

/** An order's id. It follows from (channel, order number), so that an order accepted twice is one order. */
public record OrderId(String value) implements Comparable<OrderId> {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "ord_[0-9a-hjkmnp-tv-z]{26}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue when the text is no order id */
    public OrderId {
        if (!PATTERN.matcher(value).matches()) {
            throw new InvalidValue("an order id must be 'ord_' and 26 characters");
        }
    }

    public static OrderId of(ChannelId channel, OrderNumber number) {
        return new OrderId("ord_" + DerivedId.of(channel.value(), number.value()));
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
