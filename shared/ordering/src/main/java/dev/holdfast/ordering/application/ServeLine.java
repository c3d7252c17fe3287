package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.LineService;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.WaitingDemand;
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
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives available stock of a SKU to those who wait for it, first come, first served. */
public final class ServeLine {
    private final Stocks stocks;
    private final Locations locations;
    private final Orders orders;
    private final OrderStock orderStock;
    private final AdvanceOrder advance;
    private final Backoff backoff;
    private final Actor actor;

    public ServeLine(
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

    /** Serves until nothing is available or nobody waits. */
    public Progressed run(Sku sku, Instant now, Deadline deadline) {
        for (int attempt = 0; !deadline.isNear(); attempt++) {
            Stock stock = stocks.read(List.of(sku)).of(sku);
            if (stock.available() == 0 || stock.waiting() == 0) {
                return Progressed.DONE;
            }
            List<WaitingDemand> front = stocks.front(sku, Limits.FILL_ORDERS_MAX);
            List<LineService> turn = LineService.serve(stock, front, locations.sourcing());
            Map<OrderId, Order> waiting = load(turn);
            List<StockMoves.Service> services = new ArrayList<>();
            for (LineService service : turn) {
                Order order = waiting.get(service.demand().place().order());
                if (order == null || !canBeServed(order) || !order.standsInLineFor(service.demand())) {
                    break;
                }
                services.add(new StockMoves.Service(order, service));
            }
            if (services.isEmpty()) {
                // The first in line is on its way out: let it leave, then go on.
                waiting.values().stream().limit(1).forEach(order -> advance.run(order, now, deadline));
                backoff.pause(attempt + 1);
            } else if (!(commit(stock, services, now) instanceof CommitOutcome.Committed)) {
                backoff.pause(attempt + 1);
            }
        }
        return Progressed.AGAIN;
    }

    private CommitOutcome commit(Stock stock, List<StockMoves.Service> services, Instant now) {
        List<OrderChange> changes = services.stream()
                .map(served -> new OrderChange(
                        served.order(),
                        served.order()
                                .after(
                                        List.of(new OrderEvent.Filled(
                                                served.service().allocations())),
                                        now,
                                        actor)))
                .toList();
        return orderStock.commit(changes, StockMoves.serve(stock, services, now, actor));
    }

    private Map<OrderId, Order> load(List<LineService> turn) {
        List<OrderId> ids =
                turn.stream().map(service -> service.demand().place().order()).toList();
        return orders.load(ids).stream()
                .collect(Collectors.toMap(order -> order.content().id(), Function.identity()));
    }

    private static boolean canBeServed(Order order) {
        return order.state().stage() instanceof Stage.Backordered
                || order.state().stage() instanceof Stage.Placed;
    }
}
