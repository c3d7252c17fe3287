package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineMove;
import dev.holdfast.inventory.LinePlace;
import dev.holdfast.inventory.SkuChange;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All that is committed, all that the provider knows, and what the surroundings may still do. The store's conditions
 * are those of the real one: a commit is written whole or not at all.
 *
 * @param line units that each place in a line waits for
 * @param receipts how often goods may still come in
 * @param outages how often the provider may still be away when it is asked to authorise
 * @param stocked units of each SKU that ever came in
 */
record Shop(
        SortedMap<OrderId, Order> orders,
        SortedMap<Sku, Stock> stocks,
        SortedMap<LinePlace, Long> line,
        SortedMap<OrderId, Book> books,
        int receipts,
        int outages,
        SortedMap<Sku, Long> stocked) {
    Shop {
        orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
        stocks = Collections.unmodifiableSortedMap(new TreeMap<>(stocks));
        line = Collections.unmodifiableSortedMap(new TreeMap<>(line));
        books = Collections.unmodifiableSortedMap(new TreeMap<>(books));
        stocked = Collections.unmodifiableSortedMap(new TreeMap<>(stocked));
    }

    Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** An order of the scenario; each is placed at its start. */
    Order order(OrderId id) {
        return find(id).orElseThrow();
    }

    Stock stock(Sku sku) {
        return stocks.getOrDefault(sku, Stock.none(sku));
    }

    Book book(OrderId id) {
        return books.getOrDefault(id, Book.EMPTY);
    }

    /** Whether the store would write this. */
    boolean allows(Call.Commit commit, Flaw flaw) {
        return commit.changes().stream().allMatch(change -> flaw.ignoresVersions() || isCurrent(change))
                && commit.stock().map(change -> allows(change, flaw)).orElse(true);
    }

    private boolean isCurrent(OrderChange change) {
        return order(change.before().content().id()).state().version()
                == change.before().state().version();
    }

    private boolean allows(StockChange change, Flaw flaw) {
        return change.perSku().values().stream().allMatch(moved -> allows(moved, flaw))
                && change.moves().stream().allMatch(this::allows);
    }

    private boolean allows(SkuChange change, Flaw flaw) {
        Stock at = stock(change.sku());
        boolean guard = switch (change.guard()) {
            case LineGuard.Anyone _ -> true;
            case LineGuard.NobodyWaits _ -> at.waiting() == 0 || flaw.ignoresTheLine();
            case LineGuard.LineAt read -> at.lineVersion() == read.lineVersion();
        };
        return guard
                && at.waiting() + change.waiting() >= 0
                && at.tentative() + change.tentative() >= 0
                && change.counters().entrySet().stream()
                        .allMatch(entry -> flaw.ignoresCounters()
                                || (at.at(entry.getKey()).available()
                                                        + entry.getValue().available()
                                                >= 0
                                        && at.at(entry.getKey()).reserved()
                                                        + entry.getValue().reserved()
                                                >= 0));
    }

    private boolean allows(LineMove move) {
        return switch (move) {
            case LineMove.Join join -> !line.containsKey(join.place());
            case LineMove.Advance advance ->
                Objects.equals(line.get(advance.place()), advance.before().units());
            case LineMove.Leave leave ->
                Objects.equals(line.get(leave.place()), leave.before().units());
        };
    }

    /** This shop when that is written. */
    Shop after(Call.Commit commit, Flaw flaw) {
        SortedMap<OrderId, Order> nextOrders = new TreeMap<>(orders);
        for (OrderChange change : commit.changes()) {
            nextOrders.put(change.after().content().id(), flaw.written(change));
        }
        SortedMap<Sku, Stock> nextStocks = new TreeMap<>(stocks);
        SortedMap<LinePlace, Long> nextLine = new TreeMap<>(line);
        commit.stock().filter(change -> !flaw.forgets(change)).ifPresent(change -> {
            change.perSku()
                    .forEach((sku, moved) -> nextStocks.put(sku, stock(sku).after(moved)));
            for (LineMove move : change.moves()) {
                switch (move) {
                    case LineMove.Join join ->
                        nextLine.put(join.place(), join.demand().units());
                    case LineMove.Advance advance -> nextLine.put(advance.place(), advance.unitsLeft());
                    case LineMove.Leave leave -> nextLine.remove(leave.place());
                }
            }
        });
        return new Shop(nextOrders, nextStocks, nextLine, books, receipts, outages, stocked);
    }

    /** This shop when the provider has done something for an order. */
    Shop withBook(OrderId order, UnaryOperator<Book> change) {
        SortedMap<OrderId, Book> next = new TreeMap<>(books);
        next.put(order, change.apply(book(order)));
        return new Shop(orders, stocks, line, next, receipts, outages, stocked);
    }

    /** This shop when the provider was away once more. */
    Shop withOneOutageLess() {
        return new Shop(orders, stocks, line, books, receipts, outages - 1, stocked);
    }

    /** This shop when goods have come in. */
    Shop received(Map<Sku, Stock> after, Sku sku, long units) {
        SortedMap<Sku, Stock> nextStocks = new TreeMap<>(stocks);
        nextStocks.putAll(after);
        SortedMap<Sku, Long> more = new TreeMap<>(stocked);
        more.merge(sku, units, Long::sum);
        return new Shop(orders, nextStocks, line, books, receipts - 1, outages, more);
    }
}
