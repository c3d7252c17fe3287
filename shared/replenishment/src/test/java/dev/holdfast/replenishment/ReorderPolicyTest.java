package dev.holdfast.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReorderPolicyTest {
    @Test
    void an_order_fills_up_to_the_target_and_is_never_negative() {
        ReorderPolicy policy = new ReorderPolicy(10, 100, 5, Optional.empty());
        assertThat(policy.suggestedQuantity(8)).isEqualTo(92);
        assertThat(policy.suggestedQuantity(-8)).isEqualTo(108);
        assertThat(policy.suggestedQuantity(120)).isZero();
        assertThat(policy.thresholds()).isEqualTo(new Thresholds(10, 15));
    }

    @Test
    void a_policy_that_could_not_lift_the_sku_is_refused() {
        assertThat(new ReorderPolicy(10, 10, 0, Optional.empty()).orderUpTo()).isEqualTo(10);
        assertThatThrownBy(() -> new ReorderPolicy(10, 9, 0, Optional.empty())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ReorderPolicy(-1, 9, 0, Optional.empty())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ReorderPolicy(0, Limits.QUANTITY_MAX + 1, 0, Optional.empty()))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void an_alert_reads_as_a_sentence_and_its_subject_fits_an_e_mail() {
        Alert alert = new Alert(
                new Sku("X".repeat(40)),
                Long.MAX_VALUE,
                7,
                3,
                0,
                Limits.AMOUNT_MINOR_MAX,
                10,
                92,
                Optional.of("Acme"),
                Instant.EPOCH);
        assertThat(alert.subject()).hasSizeLessThanOrEqualTo(100).matches("[ -~]+");
        Alert small = new Alert(new Sku("A"), 1, 7, 8, 0, 0, 10, 92, Optional.of("Acme"), Instant.EPOCH);
        assertThat(small.summary())
                .isEqualTo("A has reached its reorder point of 10: its position is 8 (8 available, 0 on order, 0"
                        + " waiting). Suggested order: 92 from Acme.");
    }

    @Test
    void each_crossing_has_one_event_id() {
        Alert first = new Alert(new Sku("A"), 1, 7, 8, 0, 0, 10, 92, Optional.empty(), Instant.EPOCH);
        Alert again = new Alert(new Sku("a"), 1, 9, 2, 0, 0, 10, 98, Optional.empty(), Instant.MAX);
        Alert second = new Alert(new Sku("A"), 2, 7, 8, 0, 0, 10, 92, Optional.empty(), Instant.EPOCH);
        assertThat(first.eventId()).isEqualTo(again.eventId()).isNotEqualTo(second.eventId());
    }
}
