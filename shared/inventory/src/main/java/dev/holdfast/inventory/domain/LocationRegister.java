package dev.holdfast.inventory.domain;

import dev.holdfast.inventory.Location;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All locations of the merchant, so that their number is bounded by one condition.
 *
 * @param version rises by one with every change of any of them; 0 while there is none
 */
public record LocationRegister(long version, SortedMap<LocationId, Versioned<Location>> locations) {
    public static final LocationRegister EMPTY = new LocationRegister(0, new TreeMap<>());

    public LocationRegister {
        Invariant.check(locations.size() <= Limits.LOCATIONS_MAX, "a merchant's locations fit into a stock item");
        locations = Collections.unmodifiableSortedMap(new TreeMap<>(locations));
    }

    public Optional<Versioned<Location>> find(LocationId id) {
        return Optional.ofNullable(locations.get(id));
    }

    public boolean isFull() {
        return locations.size() == Limits.LOCATIONS_MAX;
    }

    /** This register with one location added or replaced. */
    public LocationRegister with(Versioned<Location> location) {
        TreeMap<LocationId, Versioned<Location>> more = new TreeMap<>(locations);
        more.put(location.content().id(), location);
        return new LocationRegister(version + 1, more);
    }
}
