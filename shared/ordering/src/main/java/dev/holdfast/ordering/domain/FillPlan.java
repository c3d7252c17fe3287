package dev.holdfast.ordering.domain;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineService;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one commit gives to those who wait: the fronts of several lines, as far as one transaction holds them. Pure. A
 * wide order stands in many lines and is filled in few commits.
 *
 * @param services in turn per line
 * @param guards each served line as it was read
 * @param leaving orders that stand at a front and are on their way out: they must leave before others are served
 * @param blocked lines whose first cannot be read: nobody may overtake
 */
public record FillPlan(
        List<StockMoves.Service> services, Map<Sku, LineGuard> guards, List<Order> leaving, Set<Sku> blocked) {
    /** Whose turn it is in the line of this stock. */
    public record Turn(Stock stock, List<LineService> services) {}

    /** Plans these turns for the orders that could be read. */
    public static FillPlan of(List<Turn> turns, Map<OrderId, Order> orders) {
        FillPlan plan = new FillPlan(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>());
        Room room = new Room();
        for (Turn turn : turns) {
            for (LineService service : turn.services) {
                Order order = orders.get(service.demand().place().order());
                if (order == null) {
                    plan.block(turn);
                    break;
                }
                if (!waits(order)) {
                    plan.leaving.add(order);
                    break;
                }
                if (!order.standsInLineFor(service.demand())) {
                    // The line was read before somebody served it: the next look sees it as it is.
                    break;
                }
                if (!room.isLeftFor(order, service)) {
                    return plan;
                }
                plan.services.add(new StockMoves.Service(order, service));
                plan.guards.put(turn.stock.sku(), new LineGuard.LineAt(turn.stock.lineVersion()));
            }
        }
        return plan;
    }

    private void block(Turn turn) {
        if (!guards.containsKey(turn.stock.sku())) {
            blocked.add(turn.stock.sku());
        }
    }

    /** What each order is given, all its lines together. */
    public Map<Order, List<Allocation>> perOrder() {
        Map<Order, List<Allocation>> given = new LinkedHashMap<>();
        services.forEach(served -> given.computeIfAbsent(served.order(), _ -> new ArrayList<>())
                .addAll(served.service().allocations()));
        return given;
    }

    private static boolean waits(Order order) {
        return order.state().stage() instanceof Stage.Backordered
                || order.state().stage() instanceof Stage.Placed;
    }

    /** The actions that a transaction needs, one for each part: what is written twice counts once. */
    private static final class Room {
        private final Set<Object> parts = new HashSet<>(Set.of(Part.ENTRY));

        private enum Part {
            ENTRY,
            HEADER,
            ALLOCATION,
            SHIPMENT
        }

        private record Written(OrderId order, Part part, Object which) {}

        boolean isLeftFor(Order order, LineService service) {
            OrderId id = order.content().id();
            Sku sku = service.demand().place().sku();
            parts.add(service.demand().place());
            parts.add(sku);
            parts.add(new Written(id, Part.HEADER, id));
            parts.add(new Written(id, Part.ALLOCATION, order.content().chunkOf(sku)));
            order.state().shipments().keySet().forEach(location -> parts.add(new Written(id, Part.SHIPMENT, location)));
            service.allocations().forEach(taken -> parts.add(new Written(id, Part.SHIPMENT, taken.location())));
            return parts.size() <= Limits.TRANSACTION_ACTIONS_MAX;
        }
    }
}
