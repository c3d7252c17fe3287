package dev.holdfast.inventory.domain;

import dev.holdfast.inventory.CounterChange;

/** By how much things move: the counters of a location, and the counts of the whole SKU. */
public record Moves(CounterChange counters, long waiting, long tentative, long onOrder) {
    public static final Moves NONE = new Moves(CounterChange.NONE, 0, 0, 0);

    public Moves plus(Moves other) {
        return new Moves(
                counters.plus(other.counters),
                waiting + other.waiting,
                tentative + other.tentative,
                onOrder + other.onOrder);
    }
}
