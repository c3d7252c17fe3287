package dev.holdfast.aws.ordering;

import dev.holdfast.aws.inventory.StockWrites;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.ordering.OrderChange;
import dev.holdfast.ordering.port.OrderStock;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Composes the one transaction of orders, stock and journal from what each context has planned. */
public final class DynamoDbOrderStock implements OrderStock {
    private final DynamoDbClient dynamoDb;
    private final OrderWrites orderWrites;
    private final StockWrites stockWrites;

    public DynamoDbOrderStock(DynamoDbClient dynamoDb, String ordersTable, StockWrites stockWrites) {
        this.dynamoDb = dynamoDb;
        this.orderWrites = new OrderWrites(ordersTable);
        this.stockWrites = stockWrites;
    }

    /** {@inheritDoc} Costs what {@link OrderWrites} and {@link StockWrites} say of their actions. */
    @Override
    public CommitOutcome commit(List<OrderChange> orders, StockChange stock) {
        Transaction transaction = new Transaction();
        orders.forEach(change -> transaction.addAll(orderWrites.of(change)));
        transaction.addAll(stockWrites.of(stock));
        return transaction.attempt(dynamoDb).outcome();
    }
}
