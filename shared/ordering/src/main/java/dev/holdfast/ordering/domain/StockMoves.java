package dev.holdfast.ordering.domain;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.JournalEntry.Kind;
import dev.holdfast.inventory.JournalEntry.Line;
import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineMove;
import dev.holdfast.inventory.LineService;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Held;
import dev.holdfast.ordering.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stock changes that orders cause, each with its journal entry. The entry's id follows from the orders and their
 * versions: since a version is left only once, each cause counts once.
 */
public final class StockMoves {
    private StockMoves() {}

    /** What is planned for one order's next chunk: goods taken, and demand that joins the line. */
    public record Hold(Order order, List<Allocation> allocations, List<Demand> waiting) {}

    /** Goods that came for an order in line. */
    public record Service(Order order, LineService service) {}

    /** Holds for several orders in one change: one write per SKU, not per order. */
    public static StockChange hold(List<Hold> holds, Instant at, Actor by) {
        List<Line> lines = new ArrayList<>();
        List<LineMove> joins = new ArrayList<>();
        Map<Sku, LineGuard> guards = new HashMap<>();
        for (int cause = 0; cause < holds.size(); cause++) {
            Hold hold = holds.get(cause);
            boolean tentative = hold.order.state().progress().tentative();
            for (Allocation taken : hold.allocations) {
                lines.add(new Line(
                        cause,
                        taken.sku(),
                        Optional.of(taken.location()),
                        CounterChange.hold(taken.units()),
                        0,
                        tentative ? taken.units() : 0));
                guards.put(taken.sku(), new LineGuard.NobodyWaits());
            }
            for (Demand demand : hold.waiting) {
                lines.add(inLine(cause, demand.sku(), demand.units()));
                joins.add(new LineMove.Join(new WaitingDemand(hold.order.placeFor(demand.sku()), demand.units())));
            }
        }
        List<Order> orders = holds.stream().map(Hold::order).toList();
        return new StockChange(entry(Kind.RESERVE, orders, at, by, lines), guards, joins);
    }

    /**
     * Serves the fronts of lines.
     *
     * @param guards each line as it was read
     */
    public static StockChange serve(List<Service> services, Map<Sku, LineGuard> guards, Instant at, Actor by) {
        List<Order> orders = services.stream().map(Service::order).distinct().toList();
        List<Line> lines = new ArrayList<>();
        List<LineMove> moves = new ArrayList<>();
        for (Service served : services) {
            LineService service = served.service;
            for (Allocation taken : service.allocations()) {
                lines.add(new Line(
                        orders.indexOf(served.order),
                        taken.sku(),
                        Optional.of(taken.location()),
                        CounterChange.hold(taken.units()),
                        -taken.units(),
                        0));
            }
            moves.add(service.move());
        }
        return new StockChange(entry(Kind.RESERVE, orders, at, by, lines), guards, moves);
    }

    /** Gives back what a chunk holds, and its places in line; empty when it has neither. */
    public static Optional<StockChange> release(Order order, int chunk, Instant at, Actor by) {
        List<Line> lines = new ArrayList<>();
        List<LineMove> leaves = new ArrayList<>();
        boolean tentative = order.state().progress().isTentative(chunk);
        for (Held held : order.heldIn(chunk)) {
            Allocation given = held.allocation();
            lines.add(new Line(
                    0,
                    given.sku(),
                    Optional.of(given.location()),
                    CounterChange.hold(-given.units()),
                    0,
                    tentative ? -given.units() : 0));
        }
        for (WaitingDemand waiting : order.waitingIn(chunk)) {
            lines.add(inLine(0, waiting.place().sku(), -waiting.units()));
            leaves.add(new LineMove.Leave(waiting));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new StockChange(entry(Kind.RELEASE, List.of(order), at, by, lines), Map.of(), leaves));
    }

    /** Holds for good what a chunk held tentatively. */
    public static StockChange settle(Order order, int chunk, Instant at, Actor by) {
        List<Line> lines = order.heldIn(chunk).stream()
                .map(Held::allocation)
                .map(held ->
                        new Line(0, held.sku(), Optional.of(held.location()), CounterChange.NONE, 0, -held.units()))
                .toList();
        return new StockChange(entry(Kind.SETTLE, List.of(order), at, by, lines), Map.of(), List.of());
    }

    /** What a chunk holds at this location leaves the house. */
    public static StockChange ship(Order order, LocationId location, int chunk, Instant at, Actor by) {
        List<Line> lines = order.heldIn(chunk).stream()
                .filter(held -> !held.shipped())
                .map(Held::allocation)
                .filter(held -> held.location().equals(location))
                .map(held -> Line.at(0, held.sku(), location, CounterChange.ship(held.units())))
                .toList();
        return new StockChange(entry(Kind.SHIP, List.of(order), at, by, lines), Map.of(), List.of());
    }

    private static Line inLine(int cause, Sku sku, long waiting) {
        return new Line(cause, sku, Optional.empty(), CounterChange.NONE, waiting, 0);
    }

    private static JournalEntry entry(Kind kind, List<Order> orders, Instant at, Actor by, List<Line> lines) {
        String[] versions = orders.stream()
                .map(order -> order.content().id() + "@" + order.state().version())
                .toArray(String[]::new);
        List<JournalEntry.Cause> causes = orders.stream()
                .map(order -> new JournalEntry.Cause(
                        JournalEntry.Cause.Type.ORDER, order.content().id().value()))
                .toList();
        return new JournalEntry(EntryId.of(kind.name(), versions), kind, at, by, Optional.empty(), causes, lines);
    }
}
