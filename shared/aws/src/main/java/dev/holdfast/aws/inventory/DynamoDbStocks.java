package dev.holdfast.aws.inventory;

import dev.holdfast.aws.transaction.BatchReads;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.WaitingDemand;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stock in the Stock table. */
public final class DynamoDbStocks implements Stocks {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbStocks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** {@inheritDoc} One read unit per SKU. */
    @Override
    public Shelf read(Collection<Sku> skus) {
        return Shelf.of(
                BatchReads.read(
                                dynamoDb,
                                table,
                                skus.stream().distinct().map(StockKeys::stock).toList())
                        .stream()
                        .map(StockItem::stock)
                        .toList());
    }

    /** {@inheritDoc} One query of the base table, consistent: one read unit per 4 KB of places. */
    @Override
    public List<WaitingDemand> front(Sku sku, int most) {
        return dynamoDb
                .query(request -> request.tableName(table)
                        .keyConditionExpression("shelf = :shelf AND begins_with(#item, :wait)")
                        .expressionAttributeNames(Map.of("#item", StockKeys.ITEM))
                        .expressionAttributeValues(Map.of(
                                ":shelf", AttributeValue.fromS(StockKeys.shelf(sku)),
                                ":wait", AttributeValue.fromS(StockKeys.WAIT)))
                        .consistentRead(true)
                        .limit(most))
                .items()
                .stream()
                .map(WaitingItem::waiting)
                .toList();
    }
}
