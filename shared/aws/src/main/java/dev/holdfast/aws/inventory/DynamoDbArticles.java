package dev.holdfast.aws.inventory;

import dev.holdfast.aws.transaction.ConditionalPut;
import dev.holdfast.aws.transaction.Transaction;
import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.inventory.port.ArticleStore;
import dev.holdfast.kernel.Sku;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What each SKU is, in the Stock table. */
public final class DynamoDbArticles implements ArticleStore {
    private static final String ABSENT = "attribute_not_exists(" + StockKeys.SHELF + ")";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbArticles(DynamoDbClient dynamoDb, String stockTable) {
        this.dynamoDb = dynamoDb;
        this.table = stockTable;
    }

    /** {@inheritDoc} One consistent read: 1 read unit. */
    @Override
    public Optional<Versioned<Article>> find(Sku sku) {
        return Optional.of(dynamoDb.getItem(request -> request.tableName(table)
                                .key(StockKeys.master(sku))
                                .consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(ArticleItem::article);
    }

    /**
     * {@inheritDoc} The first version is a transaction with the empty stock item, both if absent: 4 write units. A later
     * one is conditioned on the version before: 1 write unit.
     */
    @Override
    public CommitOutcome write(Versioned<Article> next) {
        return next.version() == Versioned.FIRST ? create(next) : replace(next);
    }

    private CommitOutcome create(Versioned<Article> article) {
        Transaction transaction = new Transaction();
        transaction.add(absent(ArticleItem.of(article)));
        transaction.add(absent(StockItem.unstocked(article.content().sku())));
        return transaction.attempt(dynamoDb).outcome();
    }

    private TransactWriteItem absent(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression(ABSENT))
                .build();
    }

    private CommitOutcome replace(Versioned<Article> article) {
        String before = Long.toString(article.version() - 1);
        return ConditionalPut.attempt(
                dynamoDb,
                put -> put.tableName(table)
                        .item(ArticleItem.of(article))
                        .conditionExpression(ArticleItem.VERSION + " = :before")
                        .expressionAttributeValues(Map.of(":before", AttributeValue.fromN(before))));
    }
}
