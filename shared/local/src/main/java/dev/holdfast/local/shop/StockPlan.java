package dev.holdfast.local.shop;

import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stock to open with, sized from what is ordered in the period. The rule: of every SKU there is as much as is ordered,
 * three quarters of it in the first location; but four SKUs in a hundred are scarce: half of what is ordered is there at
 * first, another quarter is delivered when two thirds of the orders are placed, and the last quarter never comes. As
 * an order has two dozen SKUs, about one in ten falls short. Three SKUs in ten have a reorder policy: alert at a fifth
 * of what is ordered, armed again a twentieth above.
 *
 * @param demand units ordered in the period, per SKU
 * @param scarcePercent of a hundred SKUs so many are scarce
 */
public record StockPlan(SortedMap<Sku, Long> demand, int scarcePercent) {
    /** Where goods lie, in the order in which they are taken. */
    public static final List<String> LOCATIONS = List.of("NORTH", "SOUTH");

    private static final int SCARCE_PERCENT = 4;
    private static final int POLICY_PERCENT = 30;
    private static final int QUARTERS = 4;
    private static final int REORDER_AT_PART = 5;
    private static final int HYSTERESIS_PART = 20;

    /** Goods that are booked into a location; at most as many SKUs as one request takes. */
    public record Booking(String location, SortedMap<Sku, Long> units) {}

    /** When a SKU alerts, in units of its position. */
    public record Policy(Sku sku, long reorderPoint, long orderUpTo, long hysteresis) {}

    /** The plan for these orders. */
    public static StockPlan of(List<ShopOrder> orders) {
        return new StockPlan(demand(orders, 1), SCARCE_PERCENT);
    }

    /** Four times of all that these orders want, so that none falls short and nearly all come from one location. */
    public static StockPlan plenty(List<ShopOrder> orders) {
        return new StockPlan(demand(orders, QUARTERS), 0);
    }

    private static SortedMap<Sku, Long> demand(List<ShopOrder> orders, long times) {
        SortedMap<Sku, Long> demand = new TreeMap<>();
        for (ShopOrder order : orders) {
            for (OrderLine line : order.lines()) {
                demand.merge(line.sku(), times * line.quantity().units(), Long::sum);
            }
        }
        return demand;
    }

    /** What is there before the first order. */
    public List<Booking> opening() {
        SortedMap<Sku, Long> first = new TreeMap<>();
        SortedMap<Sku, Long> second = new TreeMap<>();
        demand.forEach((sku, units) -> {
            long there = isScarce(sku) ? units / 2 : units;
            long inSecond = there / QUARTERS;
            first.put(sku, there - inSecond);
            second.put(sku, inSecond);
        });
        List<Booking> bookings = new ArrayList<>(bookings(LOCATIONS.get(0), first));
        bookings.addAll(bookings(LOCATIONS.get(1), second));
        return bookings;
    }

    /** What is delivered while orders come. */
    public List<Booking> delivery() {
        SortedMap<Sku, Long> units = new TreeMap<>();
        demand.forEach((sku, ordered) -> {
            if (isScarce(sku)) {
                units.put(sku, ordered / QUARTERS);
            }
        });
        return bookings(LOCATIONS.get(0), units);
    }

    /** The reorder policies. */
    public List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        demand.forEach((sku, units) -> {
            if (Fate.percent("reorder", sku.value()) < POLICY_PERCENT) {
                long orderUpTo = Math.min(Limits.QUANTITY_MAX, units);
                policies.add(new Policy(sku, orderUpTo / REORDER_AT_PART, orderUpTo, orderUpTo / HYSTERESIS_PART));
            }
        });
        return policies;
    }

    private boolean isScarce(Sku sku) {
        return Fate.percent("scarce", sku.value()) < scarcePercent;
    }

    private static List<Booking> bookings(String location, SortedMap<Sku, Long> all) {
        List<Booking> bookings = new ArrayList<>();
        SortedMap<Sku, Long> next = new TreeMap<>();
        for (var entry : all.entrySet()) {
            if (entry.getValue() > 0) {
                next.put(entry.getKey(), Math.min(Limits.QUANTITY_MAX, entry.getValue()));
            }
            if (next.size() == Limits.STOCK_LINES_MAX) {
                bookings.add(new Booking(location, next));
                next = new TreeMap<>();
            }
        }
        if (!next.isEmpty()) {
            bookings.add(new Booking(location, next));
        }
        return bookings;
    }
}
