package dev.holdfast.inventory.port;

import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.Sku;
import java.util.Optional;

/** Keeps what each SKU is. */
public interface ArticleStore {
    /** The article as it is now. */
    Optional<Versioned<Article>> find(Sku sku);

    /**
     * Writes the article as it follows on the version before; the first version together with its empty stock. It has
     * moved on where somebody else was first.
     */
    CommitOutcome write(Versioned<Article> next);
}
