package dev.holdfast.ordering.application;

import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The worker of all order-stock processes: a batch says which orders and which SKUs' lines may have something to do,
 * and the state of each says what. What was done already is not done again.
 */
public final class StockWork {
    private final Orders orders;
    private final HoldOrders hold;
    private final HoldWideOrder holdWide;
    private final AdvanceOrder advance;
    private final ServeLines serveLines;

    public StockWork(
            Orders orders, HoldOrders hold, HoldWideOrder holdWide, AdvanceOrder advance, ServeLines serveLines) {
        this.orders = orders;
        this.hold = hold;
        this.holdWide = holdWide;
        this.advance = advance;
        this.serveLines = serveLines;
    }

    /** Those of the batch that must come again. */
    public record Again(Set<OrderId> orders, Set<Sku> lines) {}

    /** Does what these orders and lines wait for. */
    public Again run(Collection<OrderId> orderIds, Collection<Sku> lines, Instant now, Deadline deadline) {
        List<Order> newcomers = new ArrayList<>();
        List<Order> wide = new ArrayList<>();
        List<Order> others = new ArrayList<>();
        Orders.Loaded loaded = orders.load(new HashSet<>(orderIds));
        for (Order order : loaded.orders()) {
            if (!(order.state().stage() instanceof Stage.Placed)) {
                others.add(order);
            } else if (order.content().chunks() > 1) {
                wide.add(order);
            } else {
                newcomers.add(order);
            }
        }
        Set<OrderId> ordersAgain = new HashSet<>(loaded.damaged());
        others.forEach(order -> note(order, advance.run(order, now, deadline), ordersAgain));
        Set<Sku> linesAgain = serveLines.run(lines, now, deadline);
        ordersAgain.addAll(hold.run(newcomers, now, deadline));
        wide.forEach(order -> note(order, holdWide.run(order, now, deadline), ordersAgain));
        return new Again(ordersAgain, linesAgain);
    }

    private static void note(Order order, Progressed progressed, Set<OrderId> again) {
        if (progressed == Progressed.AGAIN) {
            again.add(order.content().id());
        }
    }
}
