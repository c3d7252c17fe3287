package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.StockChange;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import java.util.List;
import java.util.Optional;

/** A remote call of a handler. What it finds, and what may go wrong with it, is decided when it is made. */
sealed interface Call {
    /** Reads one order. */
    record LoadOrder(OrderId id) implements Call {}

    /** Reads several orders. */
    record LoadOrders(List<OrderId> ids) implements Call {}

    /** Reads the stock of these SKUs. */
    record ReadStock(List<Sku> skus) implements Call {}

    /** Reads the front of a line. */
    record ReadFront(Sku sku, int most) implements Call {}

    /** Commits orders, and stock with them where it moves. */
    record Commit(List<OrderChange> changes, Optional<StockChange> stock) implements Call {}

    /** Asks the provider to act. */
    record Ask(OrderId order, Intent intent, long minor) implements Call {}

    /** Asks the provider what became of an earlier call. */
    record LookUp(OrderId order, Intent intent) implements Call {}

    /** In words, for a trace. */
    default String words() {
        return switch (this) {
            case LoadOrder load -> "reads " + load.id;
            case LoadOrders load -> "reads " + load.ids;
            case ReadStock read -> "reads the stock of " + read.skus;
            case ReadFront front -> "reads the front of the line for " + front.sku;
            case Commit commit ->
                "commits "
                        + commit.changes.stream()
                                .map(change -> change.after().content().id() + "@"
                                        + change.after().state().version() + " "
                                        + Laws.words(change.after().state()))
                                .toList()
                        + commit.stock
                                .map(stock -> " with " + stock.entry().kind())
                                .orElse("");
            case Ask ask -> "asks the provider to " + ask.intent + " " + ask.minor;
            case LookUp lookUp -> "looks up " + lookUp.intent;
        };
    }
}
