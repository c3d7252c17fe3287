package dev.holdfast.local.bench;

import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.aws.inventory.DynamoDbJournal;
import dev.holdfast.aws.inventory.DynamoDbLocations;
import dev.holdfast.aws.inventory.DynamoDbStocks;
import dev.holdfast.aws.inventory.StockItem;
import dev.holdfast.aws.inventory.StockKeys;
import dev.holdfast.aws.inventory.StockWrites;
import dev.holdfast.aws.ordering.DynamoDbNewOrders;
import dev.holdfast.aws.ordering.DynamoDbOrderStock;
import dev.holdfast.aws.ordering.DynamoDbOrders;
import dev.holdfast.inventory.application.KeepHistory;
import dev.holdfast.inventory.domain.HistoryStep;
import dev.holdfast.inventory.port.Locations;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.PersonalData;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.application.AcceptOrder;
import dev.holdfast.ordering.application.AdvanceOrder;
import dev.holdfast.ordering.application.Answer;
import dev.holdfast.ordering.application.AskOrder;
import dev.holdfast.ordering.application.HoldOrders;
import dev.holdfast.ordering.application.ServeLines;
import dev.holdfast.ordering.port.Orders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The use cases that move orders, over the adapters that ship, on metered tables. */
final class MeteredOrders {
    static final LocationId LOCATION = new LocationId("MAIN");

    private static final String ORDERS = "OrdersTable";
    private static final String STOCK = "StockTable";
    private static final String JOURNAL = "JournalTable";
    private static final String HISTORY = "StockHistoryTable";
    private static final Actor ACTOR = new Actor("bench");
    private static final Backoff NONE = attempt -> {};
    private static final long PLENTY = 1_000_000;

    private final DynamoDbClient tables;
    private final MeteredDynamoDb metered;
    private final Orders orders;
    private final AcceptOrder accept;
    private final HoldOrders hold;
    private final AskOrder ask;
    private final KeepHistory history;

    MeteredOrders(DynamoDbClient tables, Pricing pricing) {
        this.tables = tables;
        this.metered = new MeteredDynamoDb(tables, pricing);
        Stocks stocks = new DynamoDbStocks(metered, STOCK);
        Locations locations = new DynamoDbLocations(metered, STOCK, InstantSource.system());
        DynamoDbOrderStock orderStock = new DynamoDbOrderStock(metered, ORDERS, new StockWrites(STOCK, JOURNAL));
        orders = new DynamoDbOrders(metered, ORDERS);
        AdvanceOrder advance = new AdvanceOrder(orders, orderStock, NONE, ACTOR);
        ServeLines serveLines = new ServeLines(stocks, locations, orders, orderStock, advance, NONE, ACTOR);
        accept = new AcceptOrder(new DynamoDbNewOrders(metered, ORDERS, STOCK));
        hold = new HoldOrders(stocks, locations, orders, orderStock, serveLines, NONE, ACTOR);
        ask = new AskOrder(orders, orderStock, NONE);
        history = new KeepHistory(new DynamoDbJournal(metered, JOURNAL), new DynamoDbHistory(metered, HISTORY));
    }

    /** Plenty of a SKU, as it looks after a while: with a reorder policy and a last entry. Not metered. */
    void stock(Sku sku) {
        Map<String, AttributeValue> item = new HashMap<>(StockKeys.stock(sku));
        item.put("version", number(1));
        item.put(
                "lastEntryId",
                AttributeValue.fromS(EntryId.of("OPENING", sku.value()).value()));
        item.put("a#" + LOCATION, number(PLENTY));
        item.put("r#" + LOCATION, number(1));
        item.put("reorderPoint", number(PLENTY / 1_000));
        item.put("rearmAbove", number(PLENTY / 1_000));
        tables.putItem(request -> request.tableName(STOCK).item(item));
        tables.putItem(request -> request.tableName(STOCK).item(StockKeys.master(sku)));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** What accepting costs. */
    WriteUnits accept(Collection<OrderContent> batch, PersonalData personalData) {
        return metering(() -> {
            for (OrderContent content : batch) {
                AcceptOrder.Answer answer = accept.run(content, personalData, ACTOR);
                if (!(answer instanceof AcceptOrder.Answer.Accepted)) {
                    throw new IllegalStateException("order " + content.number() + " was not accepted: " + answer);
                }
            }
        });
    }

    /** What it costs to hold and confirm orders that come in one batch of the queue. */
    WriteUnits hold(List<OrderId> batch, Instant now) {
        return metering(() -> {
            List<Order> placed = orders.load(batch).orders();
            if (!hold.run(placed, now, Deadline.NONE).isEmpty()) {
                throw new IllegalStateException("an order was not held");
            }
        });
    }

    /** What it costs to hand them over. */
    WriteUnits dispatch(List<OrderId> batch, Instant now) {
        return metering(() -> {
            for (OrderId order : batch) {
                Answer answer =
                        ask.dispatch(order, LOCATION, new Shipment.Dispatch("Carrier", "TRACK0001"), now, ACTOR);
                if (!(answer instanceof Answer.Done)) {
                    throw new IllegalStateException("order " + order + " was not dispatched: " + answer);
                }
            }
        });
    }

    /** What the projection of all stock changes since it was last asked for costs. */
    WriteUnits history() {
        List<KeepHistory.Change> changes = metered.takeChanges().stream()
                .filter(written -> written.table().equals(STOCK))
                .map(MeteredOrders::change)
                .toList();
        return metering(() -> history.run(changes));
    }

    private static KeepHistory.Change change(MeteredDynamoDb.Written written) {
        return new KeepHistory.Change(
                StockItem.stock(written.before()),
                StockItem.stock(written.after()),
                StockItem.thresholds(written.after())
                        .map(found -> new HistoryStep.Thresholds(found.reorderPoint(), found.rearmAbove())),
                StockItem.lastEntry(written.after()).map(EntryId::new));
    }

    private WriteUnits metering(Runnable work) {
        WriteUnits before = metered.spent();
        work.run();
        return metered.spent().minus(before);
    }
}
