package dev.holdfast.replenishment.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome;
import dev.holdfast.replenishment.port.PolicyCommits;
import dev.holdfast.replenishment.port.ReorderPolicies.Stored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetReorderPolicyTest {
    private static final ReorderPolicy POLICY = new ReorderPolicy(10, 50, 0, Optional.empty());

    private final Deque<PolicyCommits.Outcome> answers = new ArrayDeque<>();
    private final List<Integer> pauses = new ArrayList<>();

    private Outcome set(PolicyCommits.Outcome... outcomes) {
        answers.addAll(List.of(outcomes));
        return new SetReorderPolicy(
                        sku -> Optional.empty(), (sku, policy, replaced, by, at) -> answers.pop(), pauses::add)
                .set(new Sku("A"), POLICY, Optional.empty(), new Actor("buyer"), Instant.EPOCH);
    }

    @Test
    void contention_is_tried_again_after_a_pause() {
        assertThat(set(PolicyCommits.Outcome.BUSY, PolicyCommits.Outcome.OVERTAKEN, PolicyCommits.Outcome.SAVED))
                .isEqualTo(new Outcome.Created(new Stored(POLICY, 1)));
        assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void and_given_back_when_it_does_not_end() {
        PolicyCommits.Outcome busy = PolicyCommits.Outcome.BUSY;
        assertThat(set(busy, busy, busy, busy, busy)).isEqualTo(new Outcome.TryAgain());
    }

    @Test
    void a_lost_answer_is_told_as_such() {
        assertThat(set(PolicyCommits.Outcome.UNKNOWN)).isEqualTo(new Outcome.TryAgain());
    }
}
