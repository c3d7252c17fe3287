package dev.holdfast.inventory;

import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Sku;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Units of a SKU that somebody wants; at least one. */
public record Demand(Sku sku, long units) {
    public Demand {
        Invariant.check(units > 0, "a demand is for at least one unit");
    }

    /** Demand added up per SKU, in SKU order: two lines of one SKU are one demand, or they would oversell together. */
    public static List<Demand> addedUp(Collection<Demand> parts) {
        TreeMap<Sku, Long> sums = new TreeMap<>();
        parts.forEach(part -> sums.merge(part.sku, part.units, Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> new Demand(sum.getKey(), sum.getValue()))
                .toList();
    }
}
