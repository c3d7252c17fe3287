package dev.holdfast.inventory;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.Comparator;

/** An order's place in the line for a SKU: by acceptance time, then by order id. */
public record LinePlace(Sku sku, Instant acceptedAt, OrderId order) implements Comparable<LinePlace> {
    private static final Comparator<LinePlace> BY_TURN = Comparator.comparing(LinePlace::sku)
            .thenComparing(LinePlace::acceptedAt)
            .thenComparing(LinePlace::order);

    @Override
    public int compareTo(LinePlace other) {
        return BY_TURN.compare(this, other);
    }
}
