package dev.holdfast.ordering;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static dev.holdfast.ordering.World.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.application.StockWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WideOrderTest {
    private final World world = new World();

    @AfterEach
    void the_world_holds_together() {
        world.holdsTogether();
        world.stocks.values().forEach(stock -> assertThat(stock.tentative()).isZero());
    }

    private static String sku(int i) {
        return String.format("S%04d", i);
    }

    private static List<OrderLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new OrderLine(i, new Sku(sku(i)), new Quantity(2), 100))
                .toList();
    }

    private void stockAll(int count, long units) {
        IntStream.rangeClosed(1, count).forEach(i -> world.stock(sku(i), BERLIN, units));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 74, 75, 76, 77, 114, 115, 1110, 1500})
    void is_held_whole(int lines) {
        stockAll(lines, 2);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(lines));
        world.reserve(order);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.order(order).allHeld()).hasSize(lines);
    }

    @Test
    void is_refused_without_taking_anything_when_it_is_hopeless() {
        stockAll(200, 2);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(201));
        world.reserve(order);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(world.journal).isEmpty();
    }

    @Test
    void gives_everything_back_when_it_falls_short_on_the_way() {
        stockAll(200, 2);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(200));
        OrderId other = world.place(ALL_OR_NOTHING, sku(200), "1");
        world.beforeNextCommit(() -> world.reserve(other));
        world.reserve(order);
        assertThat(world.order(other).state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(world.stock(sku(1)).available()).isEqualTo(2);
    }

    @Test
    void resumes_where_a_crash_left_it() {
        stockAll(200, 2);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(200));
        AtomicInteger looks = new AtomicInteger();
        world.work().run(List.of(order), List.of(), world.now, nearAt(looks, 3));
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(world.order(order).state().progress().held()).isPositive();
        world.reserve(order);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void another_order_is_not_refused_for_what_is_held_tentatively() {
        stockAll(200, 2);
        OrderId wide = world.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(200));
        AtomicInteger looks = new AtomicInteger();
        world.work().run(List.of(wide), List.of(), world.now, nearAt(looks, 1));
        OrderId small = world.place(ALL_OR_NOTHING, sku(1), "1");
        assertThat(world.reserve(small).orders()).containsExactly(small);
        assertThat(world.order(small).state().status()).isEqualTo(OrderStatus.PLACED);
        world.ask().cancel(wide, Cancellation.ours("CHANGED_MIND"), world.now, World.WORKER);
        world.reserve(wide);
        world.reserve(small);
        assertThat(world.order(wide).state().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.order(small).state().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void is_cancelled_at_every_point_of_its_way_and_gives_everything_back() {
        for (int point = 1; point < 14; point++) {
            World fresh = new World();
            IntStream.rangeClosed(1, 200).forEach(i -> fresh.stock(sku(i), BERLIN, 2));
            OrderId order = fresh.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(200));
            AtomicInteger looks = new AtomicInteger();
            int end = point;
            fresh.work().run(List.of(order), List.of(), fresh.now, nearAt(looks, end));
            fresh.ask().cancel(order, Cancellation.ours("CHANGED_MIND"), fresh.now, World.WORKER);
            fresh.reserve(order);
            assertThat(fresh.order(order).state().status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(fresh.stocks.values()).allSatisfy(stock -> {
                assertThat(stock.available()).isEqualTo(2);
                assertThat(stock.tentative()).isZero();
            });
            fresh.holdsTogether();
        }
    }

    @Test
    void waits_for_the_rest_and_is_filled_sku_by_sku() {
        stockAll(100, 1);
        OrderId order = world.place(BACKORDER, PaymentMethod.INVOICE, lines(100));
        world.reserve(order);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.BACKORDERED);
        for (int i = 1; i <= 100; i++) {
            world.stock(sku(i), BERLIN, 1);
            world.serveLine(sku(i));
        }
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void is_filled_in_one_commit_where_many_of_its_skus_arrive_together() {
        stockAll(30, 0);
        OrderId order = world.place(BACKORDER, PaymentMethod.INVOICE, lines(30));
        world.reserve(order);
        stockAll(30, 2);
        int before = world.commits;
        StockWork.Again again = world.serveLine(skus(30));
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.commits - before).isEqualTo(1);
        assertThat(again.lines()).isEmpty();
    }

    @Test
    void is_filled_in_as_many_commits_as_its_transactions_need() {
        stockAll(100, 0);
        OrderId order = world.place(BACKORDER, PaymentMethod.INVOICE, lines(100));
        world.reserve(order);
        stockAll(100, 2);
        int before = world.commits;
        world.serveLine(skus(100));
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(world.commits - before).isBetween(3, 4);
    }

    @Test
    void is_filled_in_smaller_parts_where_its_lines_collide_with_others() {
        stockAll(8, 0);
        OrderId order = world.place(BACKORDER, PaymentMethod.INVOICE, lines(8));
        world.reserve(order);
        stockAll(8, 2);
        world.nextCommits(new CommitOutcome.Contended(), new CommitOutcome.Unknown(), new CommitOutcome.MovedOn());
        world.serveLine(skus(8));
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void is_dispatched_chunk_by_chunk() {
        stockAll(200, 2);
        OrderId order = world.place(ALL_OR_NOTHING, PaymentMethod.INVOICE, lines(200));
        world.reserve(order);
        world.ask().dispatch(order, BERLIN, new Shipment.Dispatch("DHL", "1"), world.now, World.WORKER);
        assertThat(world.order(order).state().shipments().get(BERLIN)).isInstanceOf(Shipment.Dispatching.class);
        world.reserve(order);
        assertThat(world.order(order).state().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(world.stock(sku(1)).totals().onHand()).isZero();
    }

    @Test
    void needs_no_more_actions_than_a_transaction_takes() {
        // A chunk: a stock item and a place in line per SKU, header, allocation, entry, and a row per shipment.
        int chunk = 2 * Limits.CHUNK_SKUS + 3 + Limits.LOCATIONS_MAX;
        int single = Limits.SINGLE_COMMIT_SKUS_MAX + 3 + Limits.LOCATIONS_MAX;
        int backorder = 2 * Limits.SINGLE_COMMIT_BACKORDER_SKUS_MAX + 3 + Limits.LOCATIONS_MAX;
        assertThat(List.of(chunk, single, backorder)).allMatch(actions -> actions <= Limits.TRANSACTION_ACTIONS_MAX);
    }

    private static String[] skus(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(WideOrderTest::sku).toArray(String[]::new);
    }

    /** Near when it is looked at after so many other looks. */
    private static Deadline nearAt(AtomicInteger looks, int look) {
        return Deadline.inMillis(() -> looks.getAndIncrement() == look ? 0 : 1);
    }
}
