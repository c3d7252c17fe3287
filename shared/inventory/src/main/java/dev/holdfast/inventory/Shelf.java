package dev.holdfast.inventory;

import dev.holdfast.kernel.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stock that a plan is made from: as read, and as it will be after what is already planned. */
public record Shelf(Map<Sku, Stock> stocks) {
    public Shelf {
        stocks = Map.copyOf(stocks);
    }

    public static Shelf of(Collection<Stock> stocks) {
        Map<Sku, Stock> bySku = new HashMap<>();
        stocks.forEach(stock -> bySku.put(stock.sku(), stock));
        return new Shelf(bySku);
    }

    /** The stock of a SKU; empty where it is unknown. */
    public Stock of(Sku sku) {
        return stocks.getOrDefault(sku, Stock.none(sku));
    }

    /** This shelf when what was just planned has been taken, and the rest waits. */
    public Shelf after(List<Allocation> taken, List<Demand> waiting) {
        Map<Sku, Stock> next = new HashMap<>(stocks);
        for (Allocation allocation : taken) {
            next.compute(allocation.sku(), (sku, stock) -> afterTaking(stock == null ? of(sku) : stock, allocation));
        }
        for (Demand demand : waiting) {
            next.compute(demand.sku(), (sku, stock) -> afterJoining(stock == null ? of(sku) : stock, demand.units()));
        }
        return new Shelf(next);
    }

    private static Stock afterTaking(Stock stock, Allocation taken) {
        var shelves = new TreeMap<>(stock.shelves());
        shelves.put(taken.location(), stock.at(taken.location()).plus(CounterChange.hold(taken.units())));
        return new Stock(
                stock.sku(),
                stock.version(),
                shelves,
                stock.waiting(),
                stock.lineVersion(),
                stock.tentative(),
                stock.onOrder());
    }

    private static Stock afterJoining(Stock stock, long units) {
        return new Stock(
                stock.sku(),
                stock.version(),
                stock.shelves(),
                stock.waiting() + units,
                stock.lineVersion(),
                stock.tentative(),
                stock.onOrder());
    }
}
