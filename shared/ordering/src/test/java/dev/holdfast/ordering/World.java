package dev.holdfast.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineMove;
import dev.holdfast.inventory.LinePlace;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.SkuChange;
import dev.holdfast.inventory.Sourcing;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.application.AdvanceOrder;
import dev.holdfast.ordering.application.AskOrder;
import dev.holdfast.ordering.application.HoldOrders;
import dev.holdfast.ordering.application.HoldWideOrder;
import dev.holdfast.ordering.application.ServeLines;
import dev.holdfast.ordering.application.StockWork;
import dev.holdfast.ordering.port.OrderStock;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A small shop in memory, with the conditions of the real store: a commit is written whole or not at all. Every test
 * ends by {@link #holdsTogether()}.
 */
final class World implements Orders, OrderStock, Stocks, Locations {
    static final LocationId BERLIN = new LocationId("BERLIN");
    static final LocationId LONDON = new LocationId("LONDON");
    static final Actor WORKER = new Actor("worker");
    static final ChannelId SHOP = new ChannelId("shop");
    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    final Map<OrderId, Order> orders = new LinkedHashMap<>();
    final Map<Sku, Stock> stocks = new TreeMap<>();
    final TreeMap<LinePlace, Long> line = new TreeMap<>();
    final List<JournalEntry> journal = new ArrayList<>();
    private final Map<Sku, Map<LocationId, Long>> opening = new HashMap<>();
    private final Set<EntryId> entries = new HashSet<>();
    private final List<CommitOutcome> nextOutcomes = new ArrayList<>();
    private Runnable beforeNextCommit = () -> {};
    /** Orders that the store cannot put together. */
    final Set<OrderId> damaged = new HashSet<>();

    Instant now = START;
    int commits;

    // ---- what is there

    World stock(String sku, LocationId location, long units) {
        Sku id = new Sku(sku);
        stocks.putIfAbsent(id, Stock.none(id));
        opening.computeIfAbsent(id, _ -> new HashMap<>()).merge(location, units, Long::sum);
        TreeMap<LocationId, Counters> shelves = new TreeMap<>(known(id).shelves());
        shelves.merge(location, new Counters(units, 0, 0, 0, 0), Counters::plus);
        Stock at = known(id);
        stocks.put(
                id,
                new Stock(id, at.version() + 1, shelves, at.waiting(), at.lineVersion(), at.tentative(), at.onOrder()));
        return this;
    }

    Stock known(Sku sku) {
        return stocks.getOrDefault(sku, Stock.none(sku));
    }

    Stock stock(String sku) {
        return known(new Sku(sku));
    }

    Order order(OrderId id) {
        return load(id).orElseThrow();
    }

    /** Places an order; each is accepted a second after the one before. */
    OrderId place(AllocationPolicy policy, PaymentMethod method, String... skusAndUnits) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < skusAndUnits.length; i += 2) {
            lines.add(new OrderLine(
                    lines.size() + 1,
                    new Sku(skusAndUnits[i]),
                    new Quantity(Integer.parseInt(skusAndUnits[i + 1])),
                    100));
        }
        return place(policy, method, lines);
    }

    OrderId place(AllocationPolicy policy, PaymentMethod method, List<OrderLine> lines) {
        now = now.plusSeconds(1);
        OrderNumber number = new OrderNumber("N" + orders.size());
        OrderContent content = OrderContent.accepted(
                SHOP,
                number,
                now,
                "GBP",
                lines,
                policy,
                new PaymentTerms(method, method == PaymentMethod.INVOICE ? "" : "tok_approved"),
                Fingerprint.of(number.value()));
        orders.put(content.id(), Order.accepted(content, new Actor("shop")));
        return content.id();
    }

    OrderId place(AllocationPolicy policy, String... skusAndUnits) {
        return place(policy, PaymentMethod.INVOICE, skusAndUnits);
    }

    // ---- who works

    StockWork work() {
        AdvanceOrder advance = new AdvanceOrder(this, this, _ -> {}, WORKER);
        ServeLines serve = new ServeLines(this, this, this, this, advance, _ -> {}, WORKER);
        HoldOrders hold = new HoldOrders(this, this, this, this, serve, _ -> {}, WORKER);
        HoldWideOrder holdWide = new HoldWideOrder(this, this, this, this, serve, advance, _ -> {}, WORKER);
        return new StockWork(this, hold, holdWide, advance, serve);
    }

    AskOrder ask() {
        return new AskOrder(this, this, _ -> {});
    }

    StockWork.Again reserve(OrderId... ids) {
        return work().run(List.of(ids), List.of(), now, Deadline.NONE);
    }

    StockWork.Again serveLine(String... skus) {
        return work().run(List.of(), Arrays.stream(skus).map(Sku::new).toList(), now, Deadline.NONE);
    }

    /** The next commits end like this, without effect unless it is a lost answer. */
    void nextCommits(CommitOutcome... outcomes) {
        nextOutcomes.addAll(List.of(outcomes));
    }

    /** Somebody else comes in between, once. */
    void beforeNextCommit(Runnable other) {
        beforeNextCommit = other;
    }

    // ---- the store

    @Override
    public Optional<Order> load(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Loaded load(Collection<OrderId> ids) {
        return new Loaded(
                ids.stream()
                        .filter(id -> !damaged.contains(id))
                        .map(orders::get)
                        .filter(Objects::nonNull)
                        .toList(),
                ids.stream().filter(damaged::contains).collect(Collectors.toSet()));
    }

    @Override
    public CommitOutcome save(OrderChange change) {
        return write(List.of(change), Optional.empty());
    }

    @Override
    public CommitOutcome commit(List<OrderChange> changes, StockChange stock) {
        return write(changes, Optional.of(stock));
    }

    private CommitOutcome write(List<OrderChange> changes, Optional<StockChange> stock) {
        Runnable other = beforeNextCommit;
        beforeNextCommit = () -> {};
        other.run();
        commits++;
        CommitOutcome planned = nextOutcomes.isEmpty() ? new CommitOutcome.Committed() : nextOutcomes.removeFirst();
        boolean takesEffect = planned instanceof CommitOutcome.Committed || planned instanceof CommitOutcome.Unknown;
        if (!takesEffect) {
            return planned;
        }
        if (!holds(changes, stock)) {
            return new CommitOutcome.MovedOn();
        }
        stock.ifPresent(this::apply);
        changes.forEach(change -> orders.put(change.after().content().id(), change.after()));
        return planned;
    }

    private boolean holds(List<OrderChange> changes, Optional<StockChange> stock) {
        boolean current = changes.stream()
                .allMatch(
                        change -> order(change.before().content().id()).state().version()
                                == change.before().state().version());
        return current
                && stock.map(change -> !entries.contains(change.entry().id())
                                && change.perSku().values().stream().allMatch(this::holds)
                                && change.moves().stream().allMatch(this::holds))
                        .orElse(true);
    }

    private boolean holds(SkuChange change) {
        Stock at = known(change.sku());
        boolean guard = switch (change.guard()) {
            case LineGuard.Anyone _ -> true;
            case LineGuard.NobodyWaits _ -> at.waiting() == 0;
            case LineGuard.LineAt read -> at.lineVersion() == read.lineVersion();
        };
        return guard
                && stocks.containsKey(change.sku())
                && at.waiting() + change.waiting() >= 0
                && at.tentative() + change.tentative() >= 0
                && change.counters().entrySet().stream()
                        .allMatch(entry -> at.at(entry.getKey()).available()
                                                + entry.getValue().available()
                                        >= 0
                                && at.at(entry.getKey()).reserved()
                                                + entry.getValue().reserved()
                                        >= 0);
    }

    private boolean holds(LineMove move) {
        return switch (move) {
            case LineMove.Join join -> !line.containsKey(join.place());
            case LineMove.Advance advance ->
                Long.valueOf(advance.before().units()).equals(line.get(advance.place()));
            case LineMove.Leave leave -> Long.valueOf(leave.before().units()).equals(line.get(leave.place()));
        };
    }

    private void apply(StockChange change) {
        entries.add(change.entry().id());
        journal.add(change.entry());
        change.perSku().forEach((sku, delta) -> stocks.put(sku, known(sku).after(delta)));
        for (LineMove move : change.moves()) {
            switch (move) {
                case LineMove.Join join -> line.put(join.place(), join.demand().units());
                case LineMove.Advance advance -> line.put(advance.place(), advance.unitsLeft());
                case LineMove.Leave leave -> line.remove(leave.place());
            }
        }
    }

    @Override
    public Shelf read(Collection<Sku> skus) {
        return Shelf.of(skus.stream().map(this::known).toList());
    }

    @Override
    public List<WaitingDemand> front(Sku sku, int most) {
        return line.entrySet().stream()
                .filter(place -> place.getKey().sku().equals(sku))
                .limit(most)
                .map(place -> new WaitingDemand(place.getKey(), place.getValue()))
                .toList();
    }

    @Override
    public Sourcing sourcing() {
        return new Sourcing(Map.of(BERLIN, 1, LONDON, 2));
    }

    // ---- what must hold

    /** Counters are the opening stock and the journal, reservations are the orders', and the line is what they miss. */
    void holdsTogether() {
        stocks.forEach((sku, stock) -> {
            stock.shelves().forEach((location, counters) -> {
                CounterChange booked = journal.stream()
                        .flatMap(entry -> entry.lines().stream())
                        .filter(moved ->
                                moved.sku().equals(sku) && moved.location().equals(Optional.of(location)))
                        .map(JournalEntry.Line::change)
                        .reduce(CounterChange.NONE, CounterChange::plus);
                long opened = opening.getOrDefault(sku, Map.of()).getOrDefault(location, 0L);
                assertThat(counters)
                        .as("I2: counters of %s at %s", sku, location)
                        .isEqualTo(new Counters(opened, 0, 0, 0, 0).plus(booked));
                assertThat(counters.reserved())
                        .as("I3: reserved of %s at %s", sku, location)
                        .isEqualTo(held(sku, location));
            });
            assertThat(stock.waiting())
                    .as("line of %s", sku)
                    .isEqualTo(waitingOf(sku))
                    .isEqualTo(inLine(sku));
        });
    }

    private long held(Sku sku, LocationId location) {
        return orders.values().stream()
                .flatMap(order -> order.allHeld().stream())
                .filter(held -> !held.shipped()
                        && held.allocation().sku().equals(sku)
                        && held.allocation().location().equals(location))
                .mapToLong(held -> held.allocation().units())
                .sum();
    }

    private long inLine(Sku sku) {
        return line.entrySet().stream()
                .filter(place -> place.getKey().sku().equals(sku))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long waitingOf(Sku sku) {
        long units = 0;
        for (Order order : orders.values()) {
            for (int chunk = 0; chunk < order.content().chunks(); chunk++) {
                units += order.waitingIn(chunk).stream()
                        .filter(waiting -> waiting.place().sku().equals(sku))
                        .mapToLong(WaitingDemand::units)
                        .sum();
            }
        }
        return units;
    }
}
