package dev.holdfast.ordering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineService;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What one commit gives to those who wait, from a line and orders that were read one after the other. */
class FillPlanTest {
    private static final LocationId BERLIN = new LocationId("BERLIN");
    private static final Sku MUG = new Sku("MUG");
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Actor WORKER = new Actor("worker");
    private static final Allocation ONE_MUG = new Allocation(MUG, BERLIN, 1);

    private final Order waits = waiting(1);
    private final OrderId id = waits.content().id();
    private final LineService oneOfTwo = new LineService(new WaitingDemand(waits.placeFor(MUG), 2), List.of(ONE_MUG));

    /** An order that waits for two mugs and holds nothing. */
    private static Order waiting(int number) {
        return Order.accepted(
                        OrderContent.accepted(
                                new ChannelId("shop"),
                                new OrderNumber(String.valueOf(number)),
                                NOW.plusSeconds(number),
                                "GBP",
                                List.of(new OrderLine(1, MUG, new Quantity(2), 100)),
                                AllocationPolicy.BACKORDER,
                                new PaymentTerms(PaymentMethod.INVOICE, ""),
                                Fingerprint.of(String.valueOf(number))),
                        WORKER)
                .after(List.of(new OrderEvent.ChunkHeld(List.of())), NOW, WORKER);
    }

    private FillPlan plan(Map<OrderId, Order> orders) {
        Stock stock = new Stock(MUG, 9, new TreeMap<>(Map.of(BERLIN, new Counters(1, 0, 0, 0, 0))), 2, 4, 0, 0);
        return FillPlan.of(List.of(new FillPlan.Turn(stock, List.of(oneOfTwo))), orders);
    }

    private static void givesNothing(FillPlan plan) {
        assertThat(plan.services()).isEmpty();
        assertThat(plan.guards()).isEmpty();
    }

    @Test
    void the_first_in_line_is_given_what_came_if_the_line_is_still_as_it_was_read() {
        FillPlan plan = plan(Map.of(id, waits));
        assertThat(plan.services()).containsExactly(new StockMoves.Service(waits, oneOfTwo));
        assertThat(plan.guards()).isEqualTo(Map.of(MUG, new LineGuard.LineAt(4)));
        assertThat(plan.perOrder()).isEqualTo(Map.of(waits, List.of(ONE_MUG)));
    }

    @Test
    void an_order_that_was_served_after_its_line_was_read_is_not_served_for_the_old_line() {
        Order served = waits.after(List.of(new OrderEvent.Filled(List.of(ONE_MUG))), NOW, WORKER);
        FillPlan plan = plan(Map.of(id, served));
        givesNothing(plan);
        assertThat(plan.leaving()).isEmpty();
        assertThat(plan.blocked()).isEmpty();
    }

    @Test
    void an_order_on_its_way_out_must_leave_first() {
        Order cancelling = waits.after(
                List.of(new OrderEvent.CancellationRequested(Cancellation.ours("CHANGED_MIND"))), NOW, WORKER);
        FillPlan plan = plan(Map.of(id, cancelling));
        givesNothing(plan);
        assertThat(plan.leaving()).containsExactly(cancelling);
    }

    @Test
    void a_transaction_is_filled_to_its_last_action_and_not_beyond() {
        // Entry and stock once; per order a place, a header, an allocation, and a row per location.
        LocationId london = new LocationId("LONDON");
        Map<OrderId, Order> orders = new HashMap<>();
        List<LineService> turn = new ArrayList<>();
        for (int number = 1; number <= 25; number++) {
            Order order = waiting(number);
            orders.put(order.content().id(), order);
            List<Allocation> given = number <= 2 ? List.of(ONE_MUG, new Allocation(MUG, london, 1)) : List.of(ONE_MUG);
            turn.add(new LineService(new WaitingDemand(order.placeFor(MUG), 2), given));
        }
        Stock stock = new Stock(MUG, 9, new TreeMap<>(), 50, 4, 0, 0);
        FillPlan plan = FillPlan.of(List.of(new FillPlan.Turn(stock, turn)), orders);
        assertThat(2 + 2 * 5 + 22 * 4).isEqualTo(Limits.TRANSACTION_ACTIONS_MAX);
        assertThat(plan.services()).hasSize(24);
    }

    @Test
    void nobody_overtakes_an_order_that_cannot_be_read() {
        FillPlan plan = plan(Map.of());
        givesNothing(plan);
        assertThat(plan.blocked()).containsExactly(MUG);
    }
}
