package dev.holdfast.local.replay;

import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.AwsClients;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.client.Published;
import dev.holdfast.local.client.Queues;
import dev.holdfast.local.shop.ShopFile;
import dev.holdfast.local.shop.ShopOrder;
import dev.holdfast.local.shop.StockPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One replay from its file to its figures. */
public final class ReplayRun {
    private static final Duration SETTLE = Duration.ofMinutes(3);
    private static final Duration WAREHOUSE_PAUSE = Duration.ofSeconds(1);
    private static final String ALERTS = "ReorderAlertsTopic";

    private final ReplayOptions options;
    private final Console console;
    private final Tally tally = new Tally();

    public ReplayRun(ReplayOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /**
     * Replays.
     *
     * @throws IOException when the file or the ledger cannot be read or written; the message says what to do
     * @throws dev.holdfast.local.client.SystemAway when no system answers
     */
    public ReplayFigures run() throws IOException, InterruptedException {
        ShopFile file = ShopFile.read(options.file(), options.days());
        List<ShopOrder> orders = file.invoices().stream()
                .limit(options.limit())
                .map(ShopOrder::of)
                .toList();
        StockPlan plan = StockPlan.of(orders);
        console.say(orders.size() + " orders with " + lines(orders) + " lines and "
                + plan.demand().size() + " SKUs.");
        try (Api api = new Api(options.api(), console::say);
                AwsClients aws = AwsClients.at(options.aws());
                Ledger ledger = Ledger.append(options.ledger())) {
            api.mustAnswer();
            mustBeOfThisSystem(api);
            long alertsBefore = alerts();
            new SetUp(api, console, tally, options.threads()).of(file.descriptions(), plan);
            long began = System.nanoTime();
            place(api, new Queues(aws.sqs()), ledger, orders, plan);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Decisions decisions = Decisions.of(ids(orders), api);
            return new ReplayFigures(
                    file, orders.size(), tally, decisions, alerts() - alertsBefore, api.retries(), took);
        }
    }

    private static long lines(List<ShopOrder> orders) {
        return orders.stream().mapToLong(order -> order.lines().size()).sum();
    }

    private static Set<String> ids(List<ShopOrder> orders) {
        return orders.stream()
                .map(order -> OrderId.of(new ChannelId(order.channel().channel()), order.number())
                        .value())
                .collect(Collectors.toUnmodifiableSet());
    }

    private long alerts() throws InterruptedException {
        return Published.events(options.aws(), ALERTS).stream()
                .map(event -> event.path("id").asText())
                .distinct()
                .count();
    }

    /** A ledger that goes on must speak of this very system, or verify would take every order before for lost. */
    private void mustBeOfThisSystem(Api api) throws IOException, InterruptedException {
        List<LedgerEntry> entries = Ledger.read(options.ledger());
        if (entries.isEmpty()) {
            return;
        }
        LedgerEntry last = entries.getLast();
        for (Key channel : Key.channels()) {
            if (channel.channel().equals(last.channel())) {
                ApiAnswer answer = api.get(channel, "/v1/orders/" + last.orderId());
                if (answer.status() == 404) {
                    throw new IOException("The ledger " + options.ledger() + " ends with order " + last.orderNumber()
                            + " of " + last.channel() + ", which this system does not know. If the ledger is of an"
                            + " earlier system, delete it or name another with --ledger; if not, an order is lost:"
                            + " run verify.");
                }
            }
        }
    }

    private void place(Api api, Queues queues, Ledger ledger, List<ShopOrder> orders, StockPlan plan)
            throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService people = Executors.newFixedThreadPool(1 + StockPlan.LOCATIONS.size());
        try (Stage stage = console.begin("Orders", orders.size())) {
            List<Future<Boolean>> shifts = new CopyOnWriteArrayList<>();
            if (options.dispatch()) {
                for (String location : StockPlan.LOCATIONS) {
                    shifts.add(people.submit(() -> shift(new Warehouse(api, location, tally), done)));
                }
            }
            int deliveryAt = orders.size() * 2 / 3;
            new Shops(api, ledger, tally).place(orders, options.threads(), stage, (_, index) -> {
                if (index == deliveryAt) {
                    shifts.add(people.submit(() -> receive(api, plan)));
                }
            });
            settle(api, queues);
            done.set(true);
            for (Future<Boolean> shift : shifts) {
                Crew.await(shift);
            }
        } finally {
            done.set(true);
            people.shutdownNow();
        }
    }

    private boolean receive(Api api, StockPlan plan) throws InterruptedException {
        for (StockPlan.Booking delivery : plan.delivery()) {
            Warehouse.book(api, "/v1/stock/receipts", delivery, "", tally);
        }
        return true;
    }

    private static boolean shift(Warehouse warehouse, AtomicBoolean done) throws InterruptedException {
        while (!done.get()) {
            if (warehouse.dispatchReady() == 0) {
                Thread.sleep(WAREHOUSE_PAUSE);
            }
        }
        return true;
    }

    private void settle(Api api, Queues queues) throws InterruptedException {
        List<String> transients = new ArrayList<>(List.of("PLACED", "RESERVED", "CANCELLING"));
        if (options.dispatch()) {
            transients.add("CONFIRMED");
        }
        List<String> left = new Settling(api, queues, transients).await(SETTLE);
        if (!left.isEmpty()) {
            tally.failed("after " + SETTLE.toMinutes() + " minutes " + String.join(", ", left)
                    + ": `holdfast verify` says more");
        }
    }
}
