package dev.holdfast.ordering.domain;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.Reservation;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a batch of newcomers is held in as few commits as fit, in order of acceptance. Pure.
 *
 * @param groups holds to be committed together, each group within one transaction
 * @param refused orders that fall short on the shelf as it was read, not only because of what is planned here
 * @param linesFirst SKUs whose line must be served before somebody here can be decided
 * @param undecided orders that wait for a wide order to end
 * @param later orders that can only be decided when the groups are committed
 */
public record HoldPlan(
        List<List<StockMoves.Hold>> groups,
        List<Refusal> refused,
        Set<Sku> linesFirst,
        List<Order> undecided,
        List<Order> later) {

    /** An order and what it lacks. */
    public record Refusal(Order order, List<Shortfall> shortfalls) {}

    /**
     * Plans orders of one chunk each.
     *
     * @param ordersPerGroup at most so many orders in one commit: lowered when groups collide
     */
    public static HoldPlan of(List<Order> orders, Shelf shelf, Sourcing sourcing, int ordersPerGroup) {
        HoldPlan plan = new HoldPlan(
                new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        Shelf left = shelf;
        Group group = new Group();
        for (Order order : orders) {
            List<Demand> demand = order.content().demand();
            StockMoves.Hold hold = switch (decide(order, demand, left, sourcing)) {
                case Reservation.Held held -> new StockMoves.Hold(order, held.allocations(), List.of());
                case Reservation.PartlyHeld part -> new StockMoves.Hold(order, part.allocations(), part.waiting());
                case Reservation.FallsShort _, Reservation.LineFirst _, Reservation.Undecided _ -> null;
            };
            if (hold == null) {
                plan.setAside(order, decide(order, demand, shelf, sourcing));
                continue;
            }
            if (!group.fits(hold, ordersPerGroup)) {
                plan.groups.add(group.holds);
                group = new Group();
            }
            group.add(hold);
            left = left.after(hold.allocations(), hold.waiting());
        }
        if (!group.holds.isEmpty()) {
            plan.groups.add(group.holds);
        }
        return plan;
    }

    private static Reservation decide(Order order, List<Demand> demand, Shelf shelf, Sourcing sourcing) {
        return Reservation.decide(demand, order.content().policy(), shelf, sourcing);
    }

    private void setAside(Order order, Reservation asRead) {
        switch (asRead) {
            case Reservation.FallsShort shortfall -> refused.add(new Refusal(order, shortfall.shortfalls()));
            case Reservation.LineFirst first -> {
                linesFirst.addAll(first.skus());
                later.add(order);
            }
            case Reservation.Undecided _ -> undecided.add(order);
            case Reservation.Held _, Reservation.PartlyHeld _ -> later.add(order);
        }
    }

    /** A group while it fills, with the actions that its transaction will have. */
    private static final class Group {
        private static final int JOURNAL_ENTRY = 1;
        private static final int HEADER_AND_ALLOCATION = 2;

        private final List<StockMoves.Hold> holds = new ArrayList<>();
        private final Set<Sku> skus = new HashSet<>();
        private int others = JOURNAL_ENTRY;

        boolean fits(StockMoves.Hold hold, int ordersMost) {
            Set<Sku> together = new HashSet<>(skus);
            together.addAll(skusOf(hold));
            return holds.isEmpty()
                    || (holds.size() < ordersMost
                            && together.size() + others + othersOf(hold) <= Limits.TRANSACTION_ACTIONS_MAX);
        }

        void add(StockMoves.Hold hold) {
            holds.add(hold);
            skus.addAll(skusOf(hold));
            others += othersOf(hold);
        }

        private static Set<Sku> skusOf(StockMoves.Hold hold) {
            Set<Sku> skus = new HashSet<>();
            hold.allocations().forEach(taken -> skus.add(taken.sku()));
            hold.waiting().forEach(waits -> skus.add(waits.sku()));
            return skus;
        }

        /** Header and allocation, places in line, and an index row per shipment where there are several. */
        private static int othersOf(StockMoves.Hold hold) {
            Set<LocationId> locations = new HashSet<>();
            hold.allocations().stream().map(Allocation::location).forEach(locations::add);
            return HEADER_AND_ALLOCATION + hold.waiting().size() + (locations.size() > 1 ? locations.size() : 0);
        }
    }
}
