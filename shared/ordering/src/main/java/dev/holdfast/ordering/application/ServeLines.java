package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.LineService;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.domain.FillPlan;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives available stock to those who wait for it, first come, first served. Several lines are served in one commit,
 * because a wide order stands in many; lines that collide with others are served in smaller parts.
 */
public final class ServeLines {
    private final Stocks stocks;
    private final Locations locations;
    private final Orders orders;
    private final OrderStock orderStock;
    private final AdvanceOrder advance;
    private final Backoff backoff;
    private final Actor actor;

    public ServeLines(
            Stocks stocks,
            Locations locations,
            Orders orders,
            OrderStock orderStock,
            AdvanceOrder advance,
            Backoff backoff,
            Actor actor) {
        this.stocks = stocks;
        this.locations = locations;
        this.orders = orders;
        this.orderStock = orderStock;
        this.advance = advance;
        this.backoff = backoff;
        this.actor = actor;
    }

    /** Serves until nothing is available or nobody waits; answers the SKUs whose lines must come again. */
    public Set<Sku> run(Collection<Sku> lines, Instant now, Deadline deadline) {
        Set<Sku> open = new TreeSet<>(lines);
        int linesPerCommit = Math.max(1, open.size());
        int attempt = 0;
        Set<Sku> again = new HashSet<>();
        while (!open.isEmpty() && !deadline.isNear()) {
            Shelf shelf = stocks.read(open);
            open.removeIf(sku -> isAtRest(shelf.of(sku)));
            FillPlan plan = plan(shelf, open, linesPerCommit);
            again.addAll(plan.blocked());
            open.removeAll(plan.blocked());
            plan.leaving().forEach(order -> advance.run(order, now, deadline));
            boolean served = !plan.services().isEmpty() && commit(plan, now) instanceof CommitOutcome.Committed;
            if (!served && !open.isEmpty()) {
                linesPerCommit = Math.max(1, linesPerCommit / 2);
                backoff.pause(++attempt);
            }
        }
        again.addAll(open);
        return again;
    }

    private static boolean isAtRest(Stock stock) {
        return stock.available() == 0 || stock.waiting() == 0;
    }

    private FillPlan plan(Shelf shelf, Set<Sku> lines, int most) {
        Sourcing sourcing = locations.sourcing();
        List<FillPlan.Turn> turns = lines.stream()
                .limit(most)
                .map(sku -> new FillPlan.Turn(
                        shelf.of(sku),
                        LineService.serve(shelf.of(sku), stocks.front(sku, Limits.FILL_ORDERS_MAX), sourcing)))
                .toList();
        return FillPlan.of(turns, waiting(turns));
    }

    private Map<OrderId, Order> waiting(List<FillPlan.Turn> turns) {
        List<OrderId> ids = turns.stream()
                .flatMap(turn -> turn.services().stream())
                .map(service -> service.demand().place().order())
                .distinct()
                .toList();
        return orders.load(ids).orders().stream()
                .collect(Collectors.toMap(order -> order.content().id(), Function.identity()));
    }

    private CommitOutcome commit(FillPlan plan, Instant now) {
        List<OrderChange> changes = new ArrayList<>();
        plan.perOrder()
                .forEach((order, given) -> changes.add(
                        new OrderChange(order, order.after(List.of(new OrderEvent.Filled(given)), now, actor))));
        return orderStock.commit(changes, StockMoves.serve(plan.services(), plan.guards(), now, actor));
    }
}
