package dev.holdfast.ordering;

import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line's share of what its SKU's demand got. Stock is held per SKU; where several lines want one SKU, the lower line
 * number is served first.
 *
 * @param allocated units held now
 * @param backordered units that stand in line
 * @param shipped units that have left
 * @param cancelled units that will never come, because the order was cancelled
 * @param from units held or shipped, per location
 */
public record LineShare(
        OrderLine line,
        long allocated,
        long backordered,
        long shipped,
        long cancelled,
        SortedMap<LocationId, Long> from) {

    /** The shares of all lines, by line number. */
    public static List<LineShare> of(Order order) {
        Map<Sku, Deque<Held>> held = new HashMap<>();
        order.allHeld()
                .forEach(one -> held.computeIfAbsent(one.allocation().sku(), _ -> new ArrayDeque<>())
                        .add(one));
        Map<Sku, Long> waiting = new HashMap<>();
        for (int chunk = 0; chunk < order.content().chunks(); chunk++) {
            for (WaitingDemand one : order.waitingIn(chunk)) {
                waiting.put(one.place().sku(), one.units());
            }
        }
        boolean ends = order.state().stage() instanceof Stage.Cancelling
                || order.state().stage() instanceof Stage.Cancelled;
        List<LineShare> shares = new ArrayList<>();
        for (OrderLine line : order.content().lines()) {
            shares.add(share(line, held.getOrDefault(line.sku(), new ArrayDeque<>()), waiting, ends));
        }
        return shares;
    }

    private static LineShare share(OrderLine line, Deque<Held> held, Map<Sku, Long> waiting, boolean ends) {
        long missing = line.quantity().units();
        long allocated = 0;
        long shipped = 0;
        SortedMap<LocationId, Long> from = new TreeMap<>();
        while (missing > 0 && !held.isEmpty()) {
            Held next = held.removeFirst();
            long units = Math.min(missing, next.allocation().units());
            if (units < next.allocation().units()) {
                held.addFirst(next.less(units));
            }
            from.merge(next.allocation().location(), units, Long::sum);
            allocated += next.shipped() ? 0 : units;
            shipped += next.shipped() ? units : 0;
            missing -= units;
        }
        long backordered = Math.min(missing, waiting.getOrDefault(line.sku(), 0L));
        waiting.computeIfPresent(line.sku(), (_, units) -> units - backordered);
        return new LineShare(line, allocated, backordered, shipped, ends ? missing - backordered : 0, from);
    }
}
