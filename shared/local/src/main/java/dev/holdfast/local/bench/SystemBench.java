package dev.holdfast.local.bench;

import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.AwsClients;
import dev.holdfast.local.client.Queues;
import dev.holdfast.local.replay.Console;
import dev.holdfast.local.replay.Crew;
import dev.holdfast.local.replay.Decisions;
import dev.holdfast.local.replay.SetUp;
import dev.holdfast.local.replay.Settling;
import dev.holdfast.local.replay.Stage;
import dev.holdfast.local.replay.Tally;
import dev.holdfast.local.report.Table;
import dev.holdfast.local.report.Timings;
import dev.holdfast.local.shop.ShopOrder;
import dev.holdfast.local.shop.StockPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures a system of its own, in three parts: warm-up, which does not count; full speed, which gives orders per second
 * and CPU time; and half of that speed, which gives the latencies of a system that is busy and not overrun.
 */
public final class SystemBench {
    private static final Duration SETTLE = Duration.ofMinutes(5);
    private static final int THREADS = 4;
    private static final double P50 = 50;
    private static final double P99 = 99;

    private final Path template;
    private final Optional<Integer> counted;
    private final Optional<Integer> warmUp;
    private final Console console;

    /**
     * A bench.
     *
     * @param counted orders at full speed, half as many follow at half of it; each shape's own number when empty
     * @param warmUp orders before, which do not count; each shape's own number when empty
     */
    public SystemBench(Path template, Optional<Integer> counted, Optional<Integer> warmUp, Console console) {
        this.template = template;
        this.counted = counted;
        this.warmUp = warmUp;
        this.console = console;
    }

    /** Measures each of these; a shape without its file is skipped with a word. */
    public Table run(List<Boolean> inMemory, List<Shape> shapes) throws IOException, InterruptedException {
        Table table = new Table(
                "kept",
                "shape",
                "warm-up",
                "counted",
                "orders/s",
                "CPU ms/order",
                "at orders/s",
                "accepted p50 ms",
                "p99",
                "decided p50 ms",
                "p99");
        for (boolean memory : inMemory) {
            for (Shape shape : shapes) {
                int before = warmUp.orElse(shape.warmUp());
                int count = counted.orElse(shape.counted());
                var all = shape.orders(before + count + count / 2);
                if (all.isEmpty()) {
                    console.say("There is no real shop's file: name it with the environment's HOLDFAST_DATA. Skipped.");
                } else if (all.get().size() < before + count + count / 2) {
                    console.say(
                            "The real shop's file has only " + all.get().size() + " orders: ask for fewer. Skipped.");
                } else {
                    measure(table, memory, shape, before, count, all.get());
                }
            }
        }
        return table;
    }

    private void measure(Table table, boolean inMemory, Shape shape, int before, int count, List<ShopOrder> all)
            throws IOException, InterruptedException {
        String kept = inMemory ? "in memory" : "on disk";
        console.say("Measuring " + shape.label() + ", " + kept + ": " + before + " orders to warm up, "
                + (all.size() - before) + " that count.");
        try (ChildSystem system = ChildSystem.start(template, inMemory);
                Api api = new Api(system.api(), console::say);
                AwsClients aws = AwsClients.at(system.aws())) {
            Tally tally = new Tally();
            new SetUp(api, console, tally, THREADS).of(Map.of(), StockPlan.plenty(all));
            Queues queues = new Queues(aws.sqs());
            place("Warm-up", api, all.subList(0, before), Double.MAX_VALUE, tally);
            settle(api, queues);

            List<ShopOrder> fast = all.subList(before, before + count);
            Duration cpuBefore = system.cpu();
            place("Full speed", api, fast, Double.MAX_VALUE, tally);
            settle(api, queues);
            double cpuMillis = (double) system.cpu().minus(cpuBefore).toMillis() / fast.size();
            double perSecond = Decisions.of(ids(fast), api).perSecond().orElse(0.0);

            List<ShopOrder> slow = all.subList(before + count, all.size());
            Timings accepted = place("Half speed", api, slow, perSecond / 2, tally);
            settle(api, queues);
            Timings decided = Decisions.of(ids(slow), api).timings();
            tally.problems().forEach(problem -> console.say("Failed: " + problem));
            table.row(
                    kept,
                    shape.label(),
                    before,
                    fast.size(),
                    format(perSecond),
                    format(cpuMillis),
                    format(perSecond / 2),
                    accepted.millis(P50),
                    accepted.millis(P99),
                    decided.millis(P50),
                    decided.millis(P99));
        }
    }

    /** Places orders at this rate, or as fast as it goes; answers how long acceptance took. */
    private Timings place(String name, Api api, List<ShopOrder> all, double perSecond, Tally tally)
            throws InterruptedException {
        Timings timings = new Timings();
        long began = System.nanoTime();
        double nanosBetween = Duration.ofSeconds(1).toNanos() / perSecond;
        try (Stage stage = console.begin(name, all.size())) {
            Crew.work(THREADS, all, (order, index) -> {
                long early = began + (long) (index * nanosBetween) - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
                ApiAnswer answer = api.post(order.channel(), "/v1/orders", order.json());
                if (answer.isSuccess()) {
                    timings.add(answer.took());
                } else {
                    tally.failed("order " + order.number() + " was answered " + answer.problem());
                }
                stage.step();
            });
        }
        return timings;
    }

    private static void settle(Api api, Queues queues) throws InterruptedException {
        List<String> left = new Settling(api, queues, List.of("PLACED", "RESERVED")).await(SETTLE);
        if (!left.isEmpty()) {
            throw new IllegalStateException("after " + SETTLE.toMinutes() + " minutes " + String.join(", ", left));
        }
    }

    private static Set<String> ids(List<ShopOrder> orders) {
        return orders.stream()
                .map(order -> OrderId.of(new ChannelId(order.channel().channel()), order.number())
                        .value())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
