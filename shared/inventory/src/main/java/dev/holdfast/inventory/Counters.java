package dev.holdfast.inventory;

import dev.holdfast.kernel.Invariant;

/**
 * Units of a SKU at one location, none ever negative. Available may be promised; reserved is held for an order; the
 * other three lie there but may not be sold.
 */
public record Counters(long available, long reserved, long damaged, long qualityControl, long safety) {
    public static final Counters NONE = new Counters(0, 0, 0, 0, 0);

    public Counters {
        Invariant.check(
                available >= 0 && reserved >= 0 && damaged >= 0 && qualityControl >= 0 && safety >= 0,
                "no counter is negative");
    }

    /** What lies on the shelf: the sum of all. */
    public long onHand() {
        return available + reserved + damaged + qualityControl + safety;
    }

    public Counters plus(CounterChange change) {
        return new Counters(
                available + change.available(),
                reserved + change.reserved(),
                damaged + change.damaged(),
                qualityControl + change.qualityControl(),
                safety + change.safety());
    }

    public Counters plus(Counters other) {
        return new Counters(
                available + other.available,
                reserved + other.reserved,
                damaged + other.damaged,
                qualityControl + other.qualityControl,
                safety + other.safety);
    }
}
