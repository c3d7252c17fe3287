package dev.holdfast.aws.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.fulfilment.DynamoDbCustomers;
import dev.holdfast.aws.inventory.StockWrites;
import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.OrderStatus;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.PersonalData;
import dev.holdfast.ordering.domain.StockMoves;
import dev.holdfast.ordering.port.NewOrders.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Contract({"OrdersTable", "StockTable", "JournalTable"})
class DynamoDbOrdersTest {
    private static final ChannelId SHOP = new ChannelId("shop");
    private static final Sku TEA = new Sku("TEA");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Actor WORKER = new Actor("worker");
    private static final CommitOutcome DONE = new CommitOutcome.Committed();
    private static final CommitOutcome MOVED_ON = new CommitOutcome.MovedOn();
    private static final PersonalData ADA = new PersonalData(
            "c1",
            Optional.of("Ada"),
            Optional.empty(),
            new PersonalData.ShippingAddress(List.of("1 High Street"), "York", "YO1", "GB"));

    private final Tables tables;
    private final DynamoDbNewOrders newOrders;
    private final DynamoDbOrders orders;
    private final DynamoDbOrderStock orderStock;
    private final OrderLists lists;
    private final DueIndex dueIndex;
    private final DynamoDbCustomers customers;

    DynamoDbOrdersTest(Tables tables) {
        this.tables = tables;
        this.newOrders = new DynamoDbNewOrders(tables.client(), "OrdersTable", "StockTable");
        this.orders = new DynamoDbOrders(tables.client(), "OrdersTable");
        this.orderStock =
                new DynamoDbOrderStock(tables.client(), "OrdersTable", new StockWrites("StockTable", "JournalTable"));
        this.lists = new OrderLists(tables.client(), "OrdersTable", orders);
        this.dueIndex = new DueIndex(tables.client(), "OrdersTable");
        this.customers = new DynamoDbCustomers(tables.client(), "OrdersTable");
    }

    private static Order order(String number, int secondsAfter, int skus) {
        List<OrderLine> lines = IntStream.rangeClosed(1, skus)
                .mapToObj(line -> new OrderLine(line, line == 1 ? TEA : new Sku("S" + line), new Quantity(2), 250))
                .toList();
        OrderContent content = OrderContent.accepted(
                SHOP,
                new OrderNumber(number),
                NOW.plusSeconds(secondsAfter),
                "GBP",
                lines,
                AllocationPolicy.ALL_OR_NOTHING,
                new PaymentTerms(PaymentMethod.INVOICE, ""),
                Fingerprint.of(number + skus));
        return Order.accepted(content, WORKER);
    }

    private Order accepted(String number, int secondsAfter) {
        Order order = order(number, secondsAfter, 1);
        assertThat(newOrders.accept(order, ADA)).isEqualTo(new Outcome.Accepted());
        return loaded(order);
    }

    private Order loaded(Order order) {
        return orders.load(order.content().id()).orElseThrow();
    }

    private static OrderChange change(Order before, OrderEvent event) {
        return new OrderChange(before, before.after(List.of(event), NOW, WORKER));
    }

    private static OrderEvent cancelled(String reason) {
        return new OrderEvent.CancellationRequested(new Cancellation(Optional.empty(), reason));
    }

    @Test
    void an_order_is_there_as_it_was_accepted_and_personal_data_beside_it() {
        Order order = order("A", 0, 3);
        assertThat(newOrders.accept(order, ADA)).isEqualTo(new Outcome.Accepted());
        assertThat(loaded(order)).isEqualTo(order);
        assertThat(customers.of(order.content().id())).contains(ADA);
        assertThat(orders.load(order("B", 0, 1).content().id())).isEmpty();
    }

    @Test
    void the_widest_order_is_there_as_it_was_accepted() {
        Order order = order("WIDE", 0, Limits.ORDER_LINES_MAX);
        assertThat(newOrders.accept(order, ADA)).isEqualTo(new Outcome.Accepted());
        assertThat(loaded(order)).isEqualTo(order);
    }

    @Test
    void an_order_number_stands_for_one_order() {
        Order first = accepted("A", 0);
        assertThat(newOrders.accept(order("A", 0, 1), ADA)).isEqualTo(new Outcome.Exists(first));
        assertThat(newOrders.accept(order("A", 5, 2), ADA)).isEqualTo(new Outcome.Exists(first));
        assertThat(loaded(first)).isEqualTo(first);
    }

    @Test
    void skus_that_nobody_registered_are_named() {
        tables.put("StockTable", "shelf", "TEA#00", "item", "SKU", "version", 1);
        assertThat(newOrders.unknown(List.of(TEA, new Sku("NOBODY")))).containsExactly(new Sku("NOBODY"));
    }

    @Test
    void of_two_changes_from_one_version_one_is_written() {
        Order order = accepted("A", 0);
        OrderChange one = change(order, cancelled("mine"));
        OrderChange other = change(order, cancelled("yours"));
        assertThat(orders.save(one)).isEqualTo(DONE);
        assertThat(orders.save(other)).isEqualTo(MOVED_ON);
        assertThat(loaded(order)).isEqualTo(one.after());
    }

    @Test
    void many_are_loaded_at_once_and_those_that_are_not_there_are_left_out() {
        Order one = accepted("A", 0);
        Order two = accepted("B", 1);
        assertThat(orders.load(List.of(
                                one.content().id(),
                                two.content().id(),
                                order("C", 0, 1).content().id()))
                        .orders())
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void stock_and_order_move_together_or_not_at_all() {
        tables.put("StockTable", "shelf", "TEA#00", "item", "STOCK", "version", 1, "a#MAIN", 3);
        Order one = accepted("A", 0);
        Order two = accepted("B", 1);
        assertThat(hold(one)).isEqualTo(DONE);
        assertThat(loaded(one).state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(hold(two)).isEqualTo(MOVED_ON);
        assertThat(hold(one)).isEqualTo(MOVED_ON);
        assertThat(loaded(two)).isEqualTo(two);
        assertThat(tables.get("StockTable", "shelf", "TEA#00", "item", "STOCK"))
                .containsAllEntriesOf(Tables.item("a#MAIN", 1, "r#MAIN", 2, "version", 2));
        assertThat(tables.all("JournalTable")).hasSize(1);
    }

    private CommitOutcome hold(Order order) {
        List<Allocation> taken = List.of(new Allocation(TEA, MAIN, 2));
        return orderStock.commit(
                List.of(change(order, new OrderEvent.ChunkHeld(taken))),
                StockMoves.hold(List.of(new StockMoves.Hold(order, taken, List.of())), NOW, WORKER));
    }

    @Test
    void a_list_tells_the_newest_first_and_its_parts_leave_nothing_out() {
        List<OrderId> newestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            newestFirst.addFirst(accepted("N" + i, i).content().id());
        }
        List<OrderId> listed = new ArrayList<>();
        Optional<OrderLists.Place> from = Optional.empty();
        do {
            OrderLists.Part part = lists.newestFirst(SHOP, Optional.empty(), 3, from);
            part.orders().forEach(order -> listed.add(order.content().id()));
            from = part.next();
        } while (from.isPresent());
        assertThat(listed).isEqualTo(newestFirst);
    }

    @Test
    void a_list_of_one_status_leaves_the_others_out() {
        Order one = accepted("A", 0);
        accepted("B", 1);
        orders.save(change(one, cancelled("mine")));
        assertThat(lists.newestFirst(SHOP, Optional.of(OrderStatus.CANCELLED), 9, Optional.empty())
                        .orders())
                .containsExactly(loaded(one));
    }

    private Stream<OrderId> due(Instant now) {
        return dueIndex.dueBy(now).map(DueIndex.Due::order);
    }

    @Test
    void what_is_due_is_found_and_what_has_ended_is_not() {
        Order one = accepted("A", 0);
        Order two = accepted("B", 600);
        Instant later = NOW.plus(Limits.STUCK_AFTER);
        assertThat(dueIndex.dueBy(NOW)).isEmpty();
        assertThat(due(later)).containsExactly(one.content().id());
        assertThat(due(later.plusSeconds(600)))
                .containsExactlyInAnyOrder(one.content().id(), two.content().id());
        orders.save(change(one, cancelled("mine")));
        assertThat(due(later.plusSeconds(600))).containsExactly(two.content().id());
    }

    @Test
    void a_customer_who_was_told_is_remembered() {
        ShipmentId shipment = new ShipmentId(order("A", 0, 1).content().id(), MAIN);
        assertThat(customers.isTold(shipment)).isFalse();
        customers.markTold(shipment);
        customers.markTold(shipment);
        assertThat(customers.isTold(shipment)).isTrue();
    }
}
