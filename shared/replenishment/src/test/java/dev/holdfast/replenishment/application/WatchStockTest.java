package dev.holdfast.replenishment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.StockLevel;
import dev.holdfast.replenishment.Thresholds;
import dev.holdfast.replenishment.domain.AlertState;
import dev.holdfast.replenishment.port.Alerts;
import dev.holdfast.replenishment.port.ReorderPolicies;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchStockTest {
    private static final Sku SKU = new Sku("A");
    private static final Crossing REACHED =
            new Crossing(SKU, 7, new StockLevel(8, 0, 0, Optional.of(new Thresholds(10, 10))), Optional.empty());

    private final Deque<Alerts.Outcome> answers = new ArrayDeque<>();
    private final List<Alert> saved = new ArrayList<>();
    private Optional<AlertState> stored = Optional.empty();
    private Optional<ReorderPolicies.Stored> policy =
            Optional.of(new ReorderPolicies.Stored(new ReorderPolicy(10, 50, 0, Optional.empty()), 1));

    private final WatchStock watch = new WatchStock(
            new Alerts() {
                @Override
                public Optional<AlertState> state(Sku sku) {
                    return stored;
                }

                @Override
                public Outcome save(Sku sku, Optional<AlertState> before, AlertState after, Optional<Alert> alert) {
                    alert.ifPresent(saved::add);
                    return answers.pop();
                }
            },
            sku -> policy);

    private boolean look(Alerts.Outcome... outcomes) {
        answers.addAll(List.of(outcomes));
        return watch.look(REACHED, Instant.EPOCH);
    }

    @Test
    void a_lost_answer_and_contention_come_again() {
        assertThat(look(Alerts.Outcome.UNKNOWN)).isFalse();
        assertThat(look(Alerts.Outcome.BUSY)).isFalse();
        assertThat(look(Alerts.Outcome.SAVED)).isTrue();
    }

    @Test
    void whoever_is_overtaken_reads_again_but_not_for_ever() {
        assertThat(look(Alerts.Outcome.OVERTAKEN, Alerts.Outcome.SAVED)).isTrue();
        assertThat(look(Alerts.Outcome.OVERTAKEN, Alerts.Outcome.OVERTAKEN, Alerts.Outcome.OVERTAKEN))
                .isFalse();
    }

    @Test
    void what_was_seen_before_is_done_without_a_write() {
        stored = Optional.of(new AlertState.Fired(1, 7));
        assertThat(look()).isTrue();
        assertThat(saved).isEmpty();
    }

    @Test
    void thresholds_without_a_policy_are_a_broken_invariant() {
        policy = Optional.empty();
        assertThatThrownBy(this::look).isInstanceOf(Invariant.Broken.class);
    }
}
