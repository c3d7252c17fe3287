package dev.holdfast.inventory;

/** By how much each counter of a SKU at one location moves, in units. */
public record CounterChange(long available, long reserved, long damaged, long qualityControl, long safety) {
    public static final CounterChange NONE = new CounterChange(0, 0, 0, 0, 0);

    public static CounterChange available(long units) {
        return new CounterChange(units, 0, 0, 0, 0);
    }

    /** From available to reserved; negative units release. */
    public static CounterChange hold(long units) {
        return new CounterChange(-units, units, 0, 0, 0);
    }

    /** Reserved goods leave the house. */
    public static CounterChange ship(long units) {
        return new CounterChange(0, -units, 0, 0, 0);
    }

    public CounterChange plus(CounterChange other) {
        return new CounterChange(
                available + other.available,
                reserved + other.reserved,
                damaged + other.damaged,
                qualityControl + other.qualityControl,
                safety + other.safety);
    }
}
