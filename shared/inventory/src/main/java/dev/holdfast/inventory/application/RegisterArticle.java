package dev.holdfast.inventory.application;

import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.domain.Registration;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.inventory.port.ArticleStore;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Registers what a SKU is, or replaces it. */
public final class RegisterArticle {
    private final ArticleStore store;
    private final Attempts attempts;

    public RegisterArticle(ArticleStore store, Backoff backoff) {
        this.store = store;
        this.attempts = new Attempts(backoff);
    }

    public Registration<Article> run(Article wanted, Optional<LongPredicate> expected, Deadline deadline) {
        return Registering.run(attempts, deadline, () -> propose(wanted, expected));
    }

    private Registering.Proposal<Article> propose(Article wanted, Optional<LongPredicate> expected) {
        Optional<Versioned<Article>> current = store.find(wanted.sku());
        Registration<Article> decision = Registration.decide(current, wanted, expected);
        return new Registering.Proposal<>(current, decision, record -> store.write(record));
    }
}
