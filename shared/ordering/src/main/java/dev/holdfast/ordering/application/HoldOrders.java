package dev.holdfast.ordering.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.domain.HoldPlan;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Group commit: holds stock for a batch of newly placed orders, as many in one transaction as fit, so that a hot SKU
 * costs one write per group and not per order. A group that fails is read again, planned again and split.
 */
public final class HoldOrders {
    private static final Comparator<Order> BY_ACCEPTANCE = Comparator.comparing(
                    (Order order) -> order.content().placedAt())
            .thenComparing(order -> order.content().id());

    private final Stocks stocks;
    private final Locations locations;
    private final Orders orders;
    private final OrderStock orderStock;
    private final ServeLines serveLines;
    private final Backoff backoff;
    private final Actor actor;

    public HoldOrders(
            Stocks stocks,
            Locations locations,
            Orders orders,
            OrderStock orderStock,
            ServeLines serveLines,
            Backoff backoff,
            Actor actor) {
        this.stocks = stocks;
        this.locations = locations;
        this.orders = orders;
        this.orderStock = orderStock;
        this.serveLines = serveLines;
        this.backoff = backoff;
        this.actor = actor;
    }

    /** Decides these orders, each of one chunk; answers those that must come again. */
    public Set<OrderId> run(Collection<Order> batch, Instant now, Deadline deadline) {
        List<Order> open = inTurn(batch);
        int ordersPerGroup = Math.max(1, open.size());
        int attempt = 0;
        Set<OrderId> again = new HashSet<>();
        while (!open.isEmpty() && !deadline.isNear()) {
            HoldPlan plan = HoldPlan.of(open, read(open), locations.sourcing(), ordersPerGroup);
            boolean allWritten = commit(plan, now);
            serveLines.run(plan.linesFirst(), now, deadline);
            plan.undecided().forEach(order -> again.add(order.content().id()));
            if (!allWritten) {
                ordersPerGroup = Math.max(1, ordersPerGroup / 2);
                backoff.pause(++attempt);
            }
            open = allWritten && plan.later().isEmpty() ? List.of() : stillOpen(open, again);
        }
        open.forEach(order -> again.add(order.content().id()));
        return again;
    }

    private boolean commit(HoldPlan plan, Instant now) {
        boolean allWritten = true;
        for (List<StockMoves.Hold> group : plan.groups()) {
            List<OrderChange> changes = group.stream()
                    .map(hold -> change(hold.order(), new OrderEvent.ChunkHeld(hold.allocations()), now))
                    .toList();
            allWritten &= isCommitted(orderStock.commit(changes, StockMoves.hold(group, now, actor)));
        }
        for (HoldPlan.Refusal refusal : plan.refused()) {
            allWritten &= isCommitted(
                    orders.save(change(refusal.order(), new OrderEvent.FellShort(refusal.shortfalls()), now)));
        }
        return allWritten;
    }

    private static boolean isCommitted(CommitOutcome outcome) {
        return outcome instanceof CommitOutcome.Committed;
    }

    private OrderChange change(Order order, OrderEvent event, Instant now) {
        return new OrderChange(order, order.after(List.of(event), now, actor));
    }

    private Shelf read(List<Order> open) {
        Set<Sku> skus = open.stream()
                .flatMap(order -> order.content().demand().stream())
                .map(Demand::sku)
                .collect(Collectors.toSet());
        return stocks.read(skus);
    }

    /** Whatever was written, by us or by others, has moved on; what has not is decided again. */
    private List<Order> stillOpen(List<Order> batch, Set<OrderId> again) {
        List<OrderId> ids = batch.stream()
                .map(order -> order.content().id())
                .filter(id -> !again.contains(id))
                .toList();
        Orders.Loaded loaded = orders.load(ids);
        again.addAll(loaded.damaged());
        return inTurn(loaded.orders());
    }

    private static List<Order> inTurn(Collection<Order> orders) {
        return orders.stream()
                .filter(order -> order.state().stage() instanceof Stage.Placed)
                .sorted(BY_ACCEPTANCE)
                .toList();
    }
}
