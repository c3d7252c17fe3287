package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.local.endtoend.Warehouse.Counters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many clients want the same at the same moment. */
@ExtendWith(SoundWorld.class)
class ManyAtOnceIT {
    private static final int CLIENTS = 200;
    private static final int STOCK = 100;

    private final Shop shop;
    private final Warehouse warehouse;

    ManyAtOnceIT(RunningSystem system) {
        this.shop = system.shop();
        this.warehouse = system.warehouse();
    }

    @Test
    void two_hundred_clients_get_the_hundred_units_that_there_are() throws Exception {
        String mug = warehouse.article(STOCK);
        AtomicBoolean over = new AtomicBoolean();

        List<Counters> seen;
        List<String> ends;
        try (ExecutorService watcher = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Counters>> watching = watcher.submit(() -> watch(mug, over));
            ends = atOnce(CLIENTS, () -> shop.orders(1, mug).decided().status());
            over.set(true);
            seen = watching.get();
        }

        assertThat(Collections.frequency(ends, "CONFIRMED")).isEqualTo(STOCK);
        assertThat(Collections.frequency(ends, "REJECTED")).isEqualTo(CLIENTS - STOCK);
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, STOCK, STOCK));
        assertThat(seen).isNotEmpty().allSatisfy(counters -> {
            assertThat(counters.available()).isNotNegative();
            assertThat(counters.available() + counters.reserved()).isEqualTo(STOCK);
        });
    }

    private List<Counters> watch(String sku, AtomicBoolean over) {
        List<Counters> seen = new ArrayList<>();
        while (!over.get()) {
            seen.add(warehouse.stock(sku));
        }
        return seen;
    }

    @Test
    void who_may_wait_waits_when_many_want_the_last_units() throws Exception {
        String mug = warehouse.article(5);

        List<String> ends =
                atOnce(20, () -> shop.orders(1, mug).backorder().decided().status());

        assertThat(Collections.frequency(ends, "CONFIRMED")).isEqualTo(5);
        assertThat(Collections.frequency(ends, "BACKORDERED")).isEqualTo(15);
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(0, 5, 5));
    }

    @Test
    void an_order_placed_by_twenty_threads_at_once_is_one_order() throws Exception {
        String mug = warehouse.article(20);
        Basket basket = shop.orders(1, mug);

        List<Reply> replies = atOnce(20, basket::reply);

        List<Integer> statuses = replies.stream().map(Reply::status).toList();
        assertThat(statuses).containsOnly(200, 202);
        assertThat(replies.stream().filter(reply -> !reply.isReplayed()).count())
                .isLessThanOrEqualTo(1);
        assertThat(new HashSet<>(
                        replies.stream().map(reply -> reply.text("/orderId")).toList()))
                .hasSize(1);
        basket.decided().becomes("CONFIRMED");
        assertThat(warehouse.stock(mug)).isEqualTo(new Counters(19, 1, 20));
    }

    private static <T> List<T> atOnce(int clients, Callable<T> task) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(Collections.nCopies(clients, task))) {
                results.add(one.get());
            }
            return results;
        }
    }
}
