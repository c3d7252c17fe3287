package dev.holdfast.inventory;

import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * From where an order is served. Rules, in order: one location that has it all; for each SKU one location that has all
 * of it; else from several. Among equals the lower priority number goes first, then the name.
 *
 * @param priorities priority per location; a location without one comes last
 */
public record Sourcing(Map<LocationId, Integer> priorities) {
    public Sourcing {
        priorities = Map.copyOf(priorities);
    }

    /** Allocations for as much of the demand as the shelf has; from each location no more than it has. */
    public List<Allocation> choose(List<Demand> demands, Shelf shelf) {
        List<LocationId> candidates = candidates(demands, shelf);
        Optional<LocationId> single = candidates.stream()
                .filter(location -> demands.stream().allMatch(demand -> has(shelf, demand, location)))
                .findFirst();
        List<Allocation> chosen = new ArrayList<>();
        for (Demand demand : demands) {
            single.or(() -> candidates.stream()
                            .filter(location -> has(shelf, demand, location))
                            .findFirst())
                    .ifPresentOrElse(
                            location -> chosen.add(new Allocation(demand.sku(), location, demand.units())),
                            () -> chosen.addAll(split(demand, shelf, candidates)));
        }
        return chosen;
    }

    private static boolean has(Shelf shelf, Demand demand, LocationId location) {
        return shelf.of(demand.sku()).at(location).available() >= demand.units();
    }

    private static List<Allocation> split(Demand demand, Shelf shelf, List<LocationId> candidates) {
        List<Allocation> parts = new ArrayList<>();
        long missing = demand.units();
        Sku sku = demand.sku();
        for (LocationId location : candidates) {
            long part = Math.min(missing, shelf.of(sku).at(location).available());
            if (part > 0) {
                parts.add(new Allocation(sku, location, part));
                missing -= part;
            }
        }
        return parts;
    }

    private List<LocationId> candidates(List<Demand> demands, Shelf shelf) {
        TreeSet<LocationId> locations =
                new TreeSet<>(Comparator.comparingInt((LocationId id) -> priorities.getOrDefault(id, Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()));
        demands.forEach(
                demand -> locations.addAll(shelf.of(demand.sku()).shelves().keySet()));
        return List.copyOf(locations);
    }
}
