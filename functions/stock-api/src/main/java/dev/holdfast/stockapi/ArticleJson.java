package dev.holdfast.stockapi;

import static dev.holdfast.aws.json.Decoders.asMoney;
import static dev.holdfast.aws.json.Decoders.asString;
import static dev.holdfast.aws.json.Decoders.asText;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.Gtin;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Sku;
import java.util.Optional;

/** What a SKU is, on the wire. */
final class ArticleJson {
    private ArticleJson() {}

    static Article read(Sku sku, Fields fields) {
        Field<String> description = fields.required("description", asText());
        Field<Optional<Gtin>> gtin = fields.optional("gtin", asString(Gtin.FORM, Gtin::new));
        Field<Optional<Money>> unitCost = fields.optional("unitCost", asMoney());
        return new Article(sku, description.get(), gtin.get(), unitCost.get());
    }

    static ObjectNode write(Versioned<Article> article) {
        Article content = article.content();
        ObjectNode json = JsonText.object()
                .put("sku", content.sku().value())
                .put("version", article.version())
                .put("description", content.description());
        content.gtin().ifPresent(gtin -> json.put("gtin", gtin.digits()));
        content.unitCost()
                .ifPresent(cost ->
                        json.putObject("unitCost").put("amount", cost.minor()).put("currency", cost.currency()));
        return json;
    }
}
