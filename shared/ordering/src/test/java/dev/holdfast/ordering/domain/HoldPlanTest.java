package dev.holdfast.ordering.domain;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a batch of newcomers is put into as few commits as fit. */
class HoldPlanTest {
    private static final LocationId BERLIN = new LocationId("BERLIN");
    private static final LocationId LONDON = new LocationId("LONDON");
    private static final Sku MUG = new Sku("MUG");
    private static final Sourcing SOURCING = new Sourcing(Map.of(BERLIN, 1, LONDON, 2));
    private static final int ANY = 1_000;

    private static Order order(int number, AllocationPolicy policy, Demand... demands) {
        List<OrderLine> lines = new ArrayList<>();
        for (Demand demand : demands) {
            lines.add(new OrderLine(lines.size() + 1, demand.sku(), new Quantity((int) demand.units()), 100));
        }
        return Order.accepted(
                OrderContent.accepted(
                        new ChannelId("shop"),
                        new OrderNumber(String.valueOf(number)),
                        Instant.parse("2026-11-24T08:00:00Z").plusSeconds(number),
                        "GBP",
                        lines,
                        policy,
                        new PaymentTerms(PaymentMethod.INVOICE, ""),
                        Fingerprint.of(String.valueOf(number))),
                new Actor("test"));
    }

    private static Order mugs(int number, long units) {
        return order(number, ALL_OR_NOTHING, new Demand(MUG, units));
    }

    private static Stock stock(Sku sku, long berlin, long london, long waiting, long tentative) {
        return new Stock(
                sku,
                1,
                new TreeMap<>(
                        Map.of(BERLIN, new Counters(berlin, 0, 0, 0, 0), LONDON, new Counters(london, 0, 0, 0, 0))),
                waiting,
                0,
                tentative,
                0);
    }

    private static HoldPlan plan(List<Order> orders, int ordersPerGroup, Stock... stocks) {
        return HoldPlan.of(orders, Shelf.of(List.of(stocks)), SOURCING, ordersPerGroup);
    }

    private static List<Integer> sizes(HoldPlan plan) {
        return plan.groups().stream().map(List::size).toList();
    }

    @Test
    void what_is_planned_for_one_is_not_planned_for_the_next() {
        Order first = mugs(1, 2);
        Order second = mugs(2, 2);
        Order third = mugs(3, 1);
        HoldPlan plan = plan(List.of(first, second, third), ANY, stock(MUG, 3, 0, 0, 0));
        assertThat(plan.groups())
                .containsExactly(List.of(
                        new StockMoves.Hold(first, List.of(new Allocation(MUG, BERLIN, 2)), List.of()),
                        new StockMoves.Hold(third, List.of(new Allocation(MUG, BERLIN, 1)), List.of())));
        assertThat(plan.later()).containsExactly(second);
        assertThat(plan.refused()).isEmpty();
    }

    @Test
    void who_falls_short_on_the_shelf_as_it_was_read_is_refused_at_once() {
        Order hopeless = mugs(1, 4);
        HoldPlan plan = plan(List.of(hopeless), ANY, stock(MUG, 3, 0, 0, 0));
        assertThat(plan.refused()).containsExactly(new HoldPlan.Refusal(hopeless, List.of(new Shortfall(MUG, 4, 3))));
        assertThat(plan.groups()).isEmpty();
        assertThat(plan.later()).isEmpty();
    }

    @Test
    void where_somebody_waits_the_line_is_served_first() {
        Order newcomer = mugs(1, 1);
        HoldPlan plan = plan(List.of(newcomer), ANY, stock(MUG, 3, 0, 2, 0));
        assertThat(plan.linesFirst()).containsExactly(MUG);
        assertThat(plan.later()).containsExactly(newcomer);
    }

    @Test
    void who_is_short_only_by_what_a_wide_order_holds_is_undecided() {
        Order newcomer = mugs(1, 4);
        HoldPlan plan = plan(List.of(newcomer), ANY, stock(MUG, 3, 0, 0, 1));
        assertThat(plan.undecided()).containsExactly(newcomer);
        assertThat(plan.later()).isEmpty();
        assertThat(plan.refused()).isEmpty();
    }

    @Test
    void a_backorder_in_the_batch_makes_those_after_it_wait_their_turn() {
        Order waits = order(1, BACKORDER, new Demand(MUG, 5));
        Order newcomer = order(2, BACKORDER, new Demand(MUG, 1));
        HoldPlan plan = plan(List.of(waits, newcomer), ANY, stock(MUG, 3, 0, 0, 0));
        assertThat(plan.groups())
                .containsExactly(List.of(
                        new StockMoves.Hold(
                                waits, List.of(new Allocation(MUG, BERLIN, 3)), List.of(new Demand(MUG, 2))),
                        new StockMoves.Hold(newcomer, List.of(), List.of(new Demand(MUG, 1)))));
    }

    @Test
    void no_group_has_more_orders_than_were_asked_for() {
        List<Order> orders = List.of(mugs(1, 1), mugs(2, 1), mugs(3, 1), mugs(4, 1), mugs(5, 1));
        assertThat(sizes(plan(orders, 2, stock(MUG, 9, 0, 0, 0)))).containsExactly(2, 2, 1);
        assertThat(sizes(plan(orders, 1, stock(MUG, 9, 0, 0, 0)))).containsExactly(1, 1, 1, 1, 1);
    }

    /** The actions of a group's transaction, counted from what it writes and not from how it was planned. */
    private static int actions(List<StockMoves.Hold> group) {
        Set<Sku> skus = new HashSet<>();
        int actions = 1;
        for (StockMoves.Hold hold : group) {
            Set<LocationId> locations = new HashSet<>();
            for (Allocation taken : hold.allocations()) {
                skus.add(taken.sku());
                locations.add(taken.location());
            }
            for (Demand waiting : hold.waiting()) {
                skus.add(waiting.sku());
            }
            actions += 2 + hold.waiting().size() + (locations.size() > 1 ? locations.size() : 0);
        }
        return actions + skus.size();
    }

    private static void fillsTransactions(HoldPlan plan) {
        for (int i = 0; i < plan.groups().size(); i++) {
            List<StockMoves.Hold> group = plan.groups().get(i);
            assertThat(actions(group)).isLessThanOrEqualTo(Limits.TRANSACTION_ACTIONS_MAX);
            if (i + 1 < plan.groups().size()) {
                List<StockMoves.Hold> more = new ArrayList<>(group);
                more.add(plan.groups().get(i + 1).getFirst());
                assertThat(actions(more)).isGreaterThan(Limits.TRANSACTION_ACTIONS_MAX);
            }
        }
    }

    private static List<Order> mugOrders(int count) {
        List<Order> orders = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            orders.add(mugs(i, 1));
        }
        return orders;
    }

    @Test
    void a_hot_sku_fills_a_transaction_with_orders_to_the_last_action() {
        HoldPlan plan = plan(mugOrders(100), ANY, stock(MUG, 1_000, 0, 0, 0));
        assertThat(sizes(plan)).containsExactly(49, 49, 2);
        assertThat(actions(plan.groups().getFirst())).isEqualTo(Limits.TRANSACTION_ACTIONS_MAX);
        fillsTransactions(plan);
    }

    @Test
    void a_sku_that_several_orders_want_counts_once_and_one_of_its_own_counts_each() {
        List<Order> orders = new ArrayList<>();
        List<Stock> stocks = new ArrayList<>();
        stocks.add(stock(MUG, 1_000, 0, 0, 0));
        for (int i = 1; i <= 60; i++) {
            Sku own = new Sku("S" + i);
            stocks.add(stock(own, 1, 0, 0, 0));
            orders.add(order(i, ALL_OR_NOTHING, new Demand(MUG, 1), new Demand(own, 1)));
        }
        HoldPlan plan = HoldPlan.of(orders, Shelf.of(stocks), SOURCING, ANY);
        assertThat(sizes(plan)).containsExactly(32, 28);
        fillsTransactions(plan);
    }

    @Test
    void an_order_from_two_locations_takes_a_row_for_each() {
        List<Order> orders = new ArrayList<>();
        List<Stock> stocks = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            Sku own = new Sku("S" + i);
            stocks.add(stock(own, 1, 1, 0, 0));
            orders.add(order(i, ALL_OR_NOTHING, new Demand(own, 2)));
        }
        HoldPlan plan = HoldPlan.of(orders, Shelf.of(stocks), SOURCING, ANY);
        assertThat(sizes(plan)).containsExactly(19, 19, 2);
        fillsTransactions(plan);
    }

    @Test
    void a_place_in_line_takes_an_action_and_its_sku_another() {
        List<Order> orders = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            orders.add(order(i, BACKORDER, new Demand(new Sku("S" + i), 2)));
        }
        HoldPlan plan = plan(orders, ANY);
        assertThat(sizes(plan)).containsExactly(24, 6);
        fillsTransactions(plan);
    }

    @Test
    void an_order_that_fills_a_transaction_alone_goes_alone() {
        List<Demand> demands = new ArrayList<>();
        List<Stock> stocks = new ArrayList<>();
        for (int i = 1; i <= Limits.SINGLE_COMMIT_SKUS_MAX; i++) {
            demands.add(new Demand(new Sku("S" + i), 1));
            stocks.add(stock(new Sku("S" + i), 9, 0, 0, 0));
        }
        stocks.add(stock(MUG, 1_000, 0, 0, 0));
        List<Order> orders = new ArrayList<>(mugOrders(11));
        orders.add(order(99, ALL_OR_NOTHING, demands.toArray(Demand[]::new)));
        HoldPlan plan = HoldPlan.of(orders, Shelf.of(stocks), SOURCING, ANY);
        assertThat(sizes(plan)).containsExactly(11, 1);
        fillsTransactions(plan);
    }
}
