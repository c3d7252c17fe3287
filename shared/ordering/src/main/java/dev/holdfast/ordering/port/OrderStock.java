package dev.holdfast.ordering.port;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.ordering.OrderChange;
import java.util.List;

/** The commit that moves stock and the orders that cause it, together or not at all. */
public interface OrderStock {
    /** One transaction: counters, places in line, journal entry, orders; each under its own condition. */
    CommitOutcome commit(List<OrderChange> orders, StockChange stock);
}
