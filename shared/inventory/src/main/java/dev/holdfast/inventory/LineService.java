package dev.holdfast.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * Serving the line of waiting demand: stock that arrives or is given back goes to the first in line, in part if need
 * be, and nobody overtakes.
 */
public record LineService(WaitingDemand demand, List<Allocation> allocations) {
    public LineService {
        allocations = List.copyOf(allocations);
    }

    public long units() {
        return allocations.stream().mapToLong(Allocation::units).sum();
    }

    /** How the line moves for whom this serves. */
    public LineMove move() {
        long left = demand.units() - units();
        return left == 0 ? new LineMove.Leave(demand) : new LineMove.Advance(demand, left);
    }

    /** Who is served from this stock: the front of the line, in turn, while anything is available. */
    public static List<LineService> serve(Stock stock, List<WaitingDemand> front, Sourcing sourcing) {
        List<LineService> served = new ArrayList<>();
        Shelf shelf = Shelf.of(List.of(stock));
        for (WaitingDemand waiting : front) {
            long units = Math.min(waiting.units(), shelf.of(stock.sku()).available());
            if (units == 0) {
                break;
            }
            List<Allocation> allocations = sourcing.choose(List.of(new Demand(stock.sku(), units)), shelf);
            served.add(new LineService(waiting, allocations));
            shelf = shelf.after(allocations, List.of());
        }
        return served;
    }
}
