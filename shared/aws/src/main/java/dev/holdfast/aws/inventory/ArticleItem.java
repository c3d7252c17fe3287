package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.Gtin;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.Money;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a SKU is, as an item beside its stock. */
final class ArticleItem {
    static final String VERSION = "version";

    private static final String DESCRIPTION = "description";
    private static final String GTIN = "gtin";
    private static final String UNIT_COST = "unitCostMinor";
    private static final String CURRENCY = "unitCostCurrency";

    private ArticleItem() {}

    static Map<String, AttributeValue> of(Versioned<Article> article) {
        Article content = article.content();
        Map<String, AttributeValue> item = new HashMap<>(StockKeys.master(content.sku()));
        item.put(VERSION, AttributeValue.fromN(Long.toString(article.version())));
        item.put(DESCRIPTION, AttributeValue.fromS(content.description()));
        content.gtin().ifPresent(gtin -> item.put(GTIN, AttributeValue.fromS(gtin.digits())));
        content.unitCost().ifPresent(cost -> {
            item.put(UNIT_COST, AttributeValue.fromN(Long.toString(cost.minor())));
            item.put(CURRENCY, AttributeValue.fromS(cost.currency()));
        });
        return item;
    }

    static Versioned<Article> article(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new Versioned<>(
                new Article(
                        StockKeys.sku(item.string(StockKeys.SHELF)),
                        item.string(DESCRIPTION),
                        item.findString(GTIN).map(Gtin::new),
                        item.findNumber(UNIT_COST).map(minor -> new Money(minor, item.string(CURRENCY)))),
                item.number(VERSION));
    }
}
