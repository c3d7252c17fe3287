package dev.holdfast.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.inventory.Article;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.Location;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.inventory.domain.Registration;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.inventory.port.ArticleStore;
import dev.holdfast.inventory.port.LocationStore;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final Article RED = new Article(CANDLE, "red candle", Optional.empty(), Optional.empty());
    private static final Article BLUE = new Article(CANDLE, "blue candle", Optional.empty(), Optional.empty());
    private static final Optional<LongPredicate> UNCONDITIONAL = Optional.empty();
    private static final Optional<LongPredicate> ANY = Optional.of(version -> true);

    /** What the store answers before it behaves: written or not, and what it says. */
    private record Trouble(boolean written, CommitOutcome answer) {}

    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private Optional<Versioned<Article>> kept = Optional.empty();
    private LocationRegister register = LocationRegister.EMPTY;

    private final RegisterArticle articles = new RegisterArticle(
            new ArticleStore() {
                @Override
                public Optional<Versioned<Article>> find(Sku sku) {
                    return kept;
                }

                @Override
                public CommitOutcome write(Versioned<Article> next) {
                    Trouble trouble = trouble();
                    if (trouble.written()) {
                        kept = Optional.of(next);
                    }
                    return trouble.answer();
                }
            },
            attempt -> {});

    private final RegisterLocation locations = new RegisterLocation(
            new LocationStore() {
                @Override
                public LocationRegister read() {
                    return register;
                }

                @Override
                public CommitOutcome write(LocationRegister next) {
                    register = next;
                    return new CommitOutcome.Committed();
                }

                @Override
                public boolean knows(LocationId id) {
                    return register.find(id).isPresent();
                }
            },
            attempt -> {});

    private Trouble trouble() {
        return troubles.isEmpty() ? new Trouble(true, new CommitOutcome.Committed()) : troubles.removeFirst();
    }

    private Registration<Article> put(Article article, Optional<LongPredicate> expected) {
        return articles.run(article, expected, Deadline.NONE);
    }

    private Registration<Location> put(String id, int priority, Optional<LongPredicate> expected) {
        return locations.run(new Location(new LocationId(id), "A house", "GB", priority), expected, Deadline.NONE);
    }

    @Test
    void a_sku_is_created_once_and_then_replaced_by_who_knows_it() {
        assertThat(put(RED, UNCONDITIONAL)).isEqualTo(new Registration.Created<>(new Versioned<>(RED, 1)));
        assertThat(put(RED, UNCONDITIONAL)).isEqualTo(new Registration.Unchanged<>(new Versioned<>(RED, 1)));
        assertThat(put(BLUE, UNCONDITIONAL)).isEqualTo(new Registration.PreconditionNeeded<>());
        assertThat(put(BLUE, ANY)).isEqualTo(new Registration.Replaced<>(new Versioned<>(BLUE, 2)));
    }

    @Test
    void a_creation_whose_answer_was_lost_is_still_a_creation() {
        troubles.add(new Trouble(true, new CommitOutcome.Unknown()));
        assertThat(put(RED, UNCONDITIONAL)).isEqualTo(new Registration.Created<>(new Versioned<>(RED, 1)));
    }

    @Test
    void who_is_overtaken_by_other_content_must_know_it_first() {
        troubles.add(new Trouble(false, new CommitOutcome.MovedOn()));
        RegisterArticle overtaken = new RegisterArticle(
                new ArticleStore() {
                    @Override
                    public Optional<Versioned<Article>> find(Sku sku) {
                        return kept;
                    }

                    @Override
                    public CommitOutcome write(Versioned<Article> next) {
                        kept = Optional.of(new Versioned<>(BLUE, 1));
                        return new CommitOutcome.MovedOn();
                    }
                },
                attempt -> {});
        assertThat(overtaken.run(RED, UNCONDITIONAL, Deadline.NONE)).isEqualTo(new Registration.PreconditionNeeded<>());
    }

    @Test
    void a_store_that_stays_busy_is_handed_back() {
        for (int i = 0; i < Attempts.MAX; i++) {
            troubles.add(new Trouble(false, new CommitOutcome.Contended()));
        }
        assertThat(put(RED, UNCONDITIONAL)).isEqualTo(new Registration.Busy<>());
    }

    @Test
    void there_are_twenty_locations_and_no_more() {
        for (int i = 1; i <= Limits.LOCATIONS_MAX; i++) {
            assertThat(put("L" + i, i, UNCONDITIONAL)).isInstanceOf(Registration.Created.class);
        }
        assertThat(put("ONE-MORE", 1, UNCONDITIONAL)).isEqualTo(new Registration.Full<>(Limits.LOCATIONS_MAX));
        assertThat(put("L7", 7, UNCONDITIONAL)).isInstanceOf(Registration.Unchanged.class);
        assertThat(put("L7", 8, ANY)).isInstanceOf(Registration.Replaced.class);
        assertThat(register.locations()).hasSize(Limits.LOCATIONS_MAX);
        assertThat(List.copyOf(register.locations().keySet())).isSorted();
    }

    @Test
    void each_location_has_its_own_version() {
        put("L1", 1, UNCONDITIONAL);
        put("L2", 1, UNCONDITIONAL);
        put("L2", 2, ANY);
        assertThat(register.find(new LocationId("L1")).orElseThrow().version()).isEqualTo(1);
        assertThat(register.find(new LocationId("L2")).orElseThrow().version()).isEqualTo(2);
        assertThat(register.version()).isEqualTo(3);
    }
}
