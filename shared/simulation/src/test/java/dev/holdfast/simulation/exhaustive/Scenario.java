package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.Demand;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shop small enough to be exhausted.
 *
 * @param start orders placed, stock on the shelves, how often goods come in and how often the provider is away
 * @param handlers what the two handlers may be started with, as often as they like: each start is a message delivered
 *     once more
 * @param surroundings what happens in one step between any two calls of the handlers
 * @param arriving the goods that come in
 * @param authorisations what the provider may say when it is first asked to authorise
 * @param commitsMost a handler's time is up after so many commits
 * @param attemptsMost a handler gives up when so many commits in a row have failed
 */
record Scenario(
        String name,
        Shop start,
        List<Program> handlers,
        List<Program> surroundings,
        Map<Sku, Long> arriving,
        List<Answer> authorisations,
        Sourcing sourcing,
        int commitsMost,
        int attemptsMost) {
    static final LocationId BERLIN = new LocationId("BERLIN");
    static final LocationId LONDON = new LocationId("LONDON");
    static final Sku MUG = new Sku("MUG");
    static final Sku TEA = new Sku("TEA");
    static final long PRICE_MINOR = 100;

    private static final Sourcing RULES = new Sourcing(Map.of(BERLIN, 1, LONDON, 2));

    /** A scenario while it is told. */
    static final class Told {
        private final String name;
        private final List<Order> orders = new ArrayList<>();
        private final SortedMap<Sku, Stock> stocks = new TreeMap<>();
        private final SortedMap<Sku, Long> stocked = new TreeMap<>();
        private final List<Program> handlers = new ArrayList<>();
        private final List<Program> surroundings = new ArrayList<>();
        private final Map<Sku, Long> arriving = new TreeMap<>();
        private List<Answer> authorisations = List.of();
        private int receipts;
        private int outages;
        private int commitsMost = 2;
        private int attemptsMost = 1;
        private int chunkSkus = 100;

        private Told(String name) {
            this.name = name;
        }

        Told stock(Sku sku, LocationId location, long units) {
            TreeMap<LocationId, Counters> shelves =
                    new TreeMap<>(stocks.getOrDefault(sku, Stock.none(sku)).shelves());
            shelves.put(location, new Counters(units, 0, 0, 0, 0));
            stocks.put(sku, new Stock(sku, 1, shelves, 0, 0, 0, 0));
            stocked.merge(sku, units, Long::sum);
            return this;
        }

        /** An order accepted a second after the one before it. */
        OrderId order(AllocationPolicy policy, PaymentMethod method, Demand... demands) {
            List<OrderLine> lines = new ArrayList<>();
            for (Demand demand : demands) {
                lines.add(
                        new OrderLine(lines.size() + 1, demand.sku(), new Quantity((int) demand.units()), PRICE_MINOR));
            }
            ChannelId shop = new ChannelId("shop");
            OrderNumber number = new OrderNumber(String.valueOf(orders.size() + 1));
            OrderContent content = new OrderContent(
                    OrderId.of(shop, number),
                    shop,
                    number,
                    Handlers.NOW.plusSeconds(orders.size()),
                    "GBP",
                    lines.stream().mapToLong(OrderLine::totalMinor).sum(),
                    lines,
                    OrderContent.demandOf(lines),
                    policy,
                    new PaymentTerms(method, ""),
                    chunkSkus,
                    Fingerprint.of(number.value()));
            orders.add(Order.accepted(content, new Actor("checker")));
            return content.id();
        }

        /** Orders told from here on are wide where they want more than one SKU. */
        Told wide() {
            chunkSkus = 1;
            return this;
        }

        /** What the handlers may be started with. */
        Told handlers(Program... programs) {
            handlers.addAll(List.of(programs));
            return this;
        }

        /** What may happen in one step; it may also be started in a handler, and be interrupted. */
        Told surroundings(Program... programs) {
            surroundings.addAll(List.of(programs));
            return handlers(programs);
        }

        Told receipts(int times, Sku sku, long units) {
            receipts = times;
            arriving.put(sku, units);
            return this;
        }

        Told provider(int outagesMost, Answer... says) {
            outages = outagesMost;
            authorisations = List.of(says);
            return this;
        }

        Told bounds(int commits, int attempts) {
            commitsMost = commits;
            attemptsMost = attempts;
            return this;
        }

        Scenario end() {
            SortedMap<OrderId, Order> placed = new TreeMap<>();
            orders.forEach(order -> placed.put(order.content().id(), order));
            Shop start = new Shop(placed, stocks, new TreeMap<>(), new TreeMap<>(), receipts, outages, stocked);
            return new Scenario(
                    name,
                    start,
                    List.copyOf(handlers),
                    List.copyOf(surroundings),
                    Map.copyOf(arriving),
                    authorisations,
                    RULES,
                    commitsMost,
                    attemptsMost);
        }
    }

    static Told told(String name) {
        return new Told(name);
    }
}
