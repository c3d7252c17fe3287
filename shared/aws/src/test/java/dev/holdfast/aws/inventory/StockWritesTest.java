package dev.holdfast.aws.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.LineGuard;
import dev.holdfast.inventory.LineMove;
import dev.holdfast.inventory.LinePlace;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Contract({"StockTable", "JournalTable"})
class StockWritesTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final Sku MUG = new Sku("21212");
    private static final LocationId MAIN = new LocationId("MAIN");
    private static final LocationId NORTH = new LocationId("NORTH");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final CommitOutcome DONE = new CommitOutcome.Committed();
    private static final CommitOutcome REFUSED = new CommitOutcome.MovedOn();

    private final Tables tables;
    private final DynamoDbStocks stocks;
    private final StockWrites writes = new StockWrites("StockTable", "JournalTable");
    private int causes;

    StockWritesTest(Tables tables) {
        this.tables = tables;
        this.stocks = new DynamoDbStocks(tables.client(), "StockTable");
    }

    @BeforeEach
    void ten_candles_at_main() {
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 3, "a#MAIN", 10, "r#MAIN", 2);
    }

    private static WaitingDemand waiting(String number, long units) {
        OrderId order = OrderId.of(new ChannelId("shop"), new OrderNumber(number));
        return new WaitingDemand(new LinePlace(CANDLE, NOW, order), units);
    }

    private static StockChange change(
            String cause,
            JournalEntry.Kind kind,
            Optional<LineGuard> guard,
            List<LineMove> moves,
            JournalEntry.Line... lines) {
        JournalEntry entry = new JournalEntry(
                EntryId.of("TEST", cause),
                kind,
                NOW,
                new Actor("tester"),
                Optional.empty(),
                List.of(new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, cause)),
                List.of(lines));
        return new StockChange(
                entry, guard.<Map<Sku, LineGuard>>map(g -> Map.of(CANDLE, g)).orElse(Map.of()), moves);
    }

    private CommitOutcome commit(StockChange change) {
        Transaction transaction = new Transaction();
        transaction.addAll(writes.of(change));
        return transaction.attempt(tables.client()).outcome();
    }

    private CommitOutcome move(JournalEntry.Kind kind, JournalEntry.Line... lines) {
        return commit(change("c" + causes++, kind, Optional.empty(), List.of(), lines));
    }

    private CommitOutcome hold(long units, LineGuard guard) {
        return commit(change(
                "c" + causes++,
                JournalEntry.Kind.RESERVE,
                Optional.of(guard),
                List.of(),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.hold(units))));
    }

    private Stock candles() {
        return stocks.read(List.of(CANDLE)).of(CANDLE);
    }

    private static JournalEntry.Line at(LocationId location, CounterChange change) {
        return JournalEntry.Line.at(0, CANDLE, location, change);
    }

    @Test
    void units_are_held_and_the_stock_names_the_entry() {
        StockChange change = change(
                "hold",
                JournalEntry.Kind.RESERVE,
                Optional.empty(),
                List.of(),
                at(MAIN, CounterChange.hold(4)),
                at(MAIN, CounterChange.hold(6)));
        assertThat(commit(change)).isEqualTo(DONE);
        assertThat(candles().at(MAIN)).isEqualTo(new Counters(0, 12, 0, 0, 0));
        assertThat(candles().version()).isEqualTo(4);
        assertThat(StockItem.lastEntry(tables.get("StockTable", "shelf", "85123A#00", "item", "STOCK")))
                .contains(change.entry().id().value());
        assertThat(JournalItem.entry(tables.get(
                        "JournalTable", "entryId", change.entry().id().value())))
                .isEqualTo(change.entry());
    }

    @Test
    void the_stock_read_back_is_the_stock_as_planned() {
        Stock before = candles();
        StockChange change = change(
                "plan",
                JournalEntry.Kind.RESERVE,
                Optional.empty(),
                List.of(new LineMove.Join(waiting("1", 3))),
                at(MAIN, CounterChange.hold(4)),
                new JournalEntry.Line(0, CANDLE, Optional.empty(), CounterChange.NONE, 3, 4));
        assertThat(commit(change)).isEqualTo(DONE);
        assertThat(candles())
                .isEqualTo(before.after(Objects.requireNonNull(change.perSku().get(CANDLE))));
        assertThat(stocks.front(CANDLE, 10)).containsExactly(waiting("1", 3));
    }

    @Test
    void no_counter_goes_below_zero() {
        assertThat(move(JournalEntry.Kind.RESERVE, at(MAIN, CounterChange.hold(11))))
                .isEqualTo(REFUSED);
        assertThat(move(JournalEntry.Kind.RESERVE, at(NORTH, CounterChange.hold(1))))
                .isEqualTo(REFUSED);
        assertThat(move(JournalEntry.Kind.SHIP, at(MAIN, CounterChange.ship(3))))
                .isEqualTo(REFUSED);
        assertThat(move(JournalEntry.Kind.RELEASE, at(MAIN, CounterChange.hold(-3))))
                .isEqualTo(REFUSED);
        assertThat(move(
                        JournalEntry.Kind.SETTLE,
                        new JournalEntry.Line(0, CANDLE, Optional.empty(), CounterChange.NONE, 0, -1)))
                .isEqualTo(REFUSED);
        assertThat(move(
                        JournalEntry.Kind.RELEASE,
                        new JournalEntry.Line(0, CANDLE, Optional.empty(), CounterChange.NONE, -1, 0)))
                .isEqualTo(REFUSED);
        assertThat(candles().version()).isEqualTo(3);
        assertThat(tables.all("JournalTable")).isEmpty();
    }

    @Test
    void the_last_unit_can_go() {
        assertThat(move(JournalEntry.Kind.RESERVE, at(MAIN, CounterChange.hold(10))))
                .isEqualTo(DONE);
        assertThat(move(JournalEntry.Kind.SHIP, at(MAIN, CounterChange.ship(12))))
                .isEqualTo(DONE);
        assertThat(candles().at(MAIN)).isEqualTo(Counters.NONE);
    }

    @Test
    void nothing_is_written_of_a_change_whose_other_sku_is_unknown() {
        assertThat(move(
                        JournalEntry.Kind.RECEIVE,
                        at(MAIN, CounterChange.available(5)),
                        JournalEntry.Line.at(0, MUG, MAIN, CounterChange.available(5))))
                .isEqualTo(REFUSED);
        assertThat(candles().at(MAIN).available()).isEqualTo(10);
        assertThat(tables.all("StockTable")).hasSize(1);
        assertThat(tables.all("JournalTable")).isEmpty();
    }

    @Test
    void a_cause_counts_once() {
        StockChange change = change(
                "once", JournalEntry.Kind.RECEIVE, Optional.empty(), List.of(), at(NORTH, CounterChange.available(5)));
        assertThat(commit(change)).isEqualTo(DONE);
        assertThat(commit(change)).isEqualTo(REFUSED);
        assertThat(candles().at(NORTH).available()).isEqualTo(5);
    }

    @Test
    void a_newcomer_takes_only_where_nobody_waits() {
        assertThat(hold(1, new LineGuard.NobodyWaits())).isEqualTo(DONE);
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 3, "a#MAIN", 10, "waiting", 2);
        assertThat(hold(1, new LineGuard.NobodyWaits())).isEqualTo(REFUSED);
        assertThat(hold(1, new LineGuard.Anyone())).isEqualTo(DONE);
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 3, "a#MAIN", 10, "waiting", 0);
        assertThat(hold(1, new LineGuard.NobodyWaits())).isEqualTo(DONE);
    }

    @Test
    void the_line_is_served_only_as_it_was_read() {
        assertThat(hold(1, new LineGuard.LineAt(1))).isEqualTo(REFUSED);
        assertThat(hold(1, new LineGuard.LineAt(0))).isEqualTo(DONE);
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 3, "a#MAIN", 10, "lineVersion", 4);
        assertThat(hold(1, new LineGuard.LineAt(0))).isEqualTo(REFUSED);
        assertThat(hold(1, new LineGuard.LineAt(4))).isEqualTo(DONE);
    }

    @Test
    void an_order_joins_advances_and_leaves_the_line_once() {
        StockChange join = line("join", JournalEntry.Kind.RESERVE, new LineMove.Join(waiting("1", 5)), 5, 0);
        assertThat(commit(join)).isEqualTo(DONE);
        assertThat(commit(line("again", JournalEntry.Kind.RESERVE, new LineMove.Join(waiting("1", 5)), 5, 0)))
                .isEqualTo(REFUSED);
        assertThat(commit(line("part", JournalEntry.Kind.RESERVE, new LineMove.Advance(waiting("1", 5), 2), -3, 3)))
                .isEqualTo(DONE);
        assertThat(stocks.front(CANDLE, 10)).containsExactly(waiting("1", 2));
        assertThat(commit(line("stale", JournalEntry.Kind.RESERVE, new LineMove.Leave(waiting("1", 5)), -2, 2)))
                .isEqualTo(REFUSED);
        assertThat(commit(line("rest", JournalEntry.Kind.RESERVE, new LineMove.Leave(waiting("1", 2)), -2, 2)))
                .isEqualTo(DONE);
        assertThat(stocks.front(CANDLE, 10)).isEmpty();
        assertThat(candles().waiting()).isZero();
        assertThat(candles().lineVersion()).isEqualTo(3);
        assertThat(candles().at(MAIN)).isEqualTo(new Counters(5, 7, 0, 0, 0));
    }

    private static StockChange line(String cause, JournalEntry.Kind kind, LineMove move, long waiting, long held) {
        return change(
                cause,
                kind,
                Optional.empty(),
                List.of(move),
                new JournalEntry.Line(0, CANDLE, Optional.of(MAIN), CounterChange.hold(held), waiting, 0));
    }

    @Test
    void thresholds_and_what_is_on_order_survive_a_change() {
        tables.put(
                "StockTable",
                "shelf",
                "85123A#00",
                "item",
                "STOCK",
                "version",
                3,
                "a#MAIN",
                10,
                "onOrder",
                40,
                "reorderPoint",
                20,
                "rearmAbove",
                25);
        assertThat(move(JournalEntry.Kind.RESERVE, at(MAIN, CounterChange.hold(1))))
                .isEqualTo(DONE);
        Map<String, AttributeValue> item = tables.get("StockTable", "shelf", "85123A#00", "item", "STOCK");
        assertThat(StockItem.thresholds(item)).contains(new StockItem.Thresholds(20, 25));
        assertThat(new Item(item).number("onOrder")).isEqualTo(40);
        assertThat(candles().onOrder()).isEqualTo(40);
    }
}
