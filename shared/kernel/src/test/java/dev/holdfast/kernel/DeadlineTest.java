package dev.holdfast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private long left = 10_000;

    private final Deadline invocation = Deadline.inMillis(() -> left);

    @Test
    void the_deadline_of_a_part_is_near_when_only_the_reserve_of_the_whole_is_left() {
        Deadline part = invocation.earlierBy(Duration.ofSeconds(4));

        left = 4_001;
        assertThat(part.isNear()).isFalse();
        assertThat(part.remaining()).isEqualTo(Duration.ofMillis(1));

        left = 4_000;
        assertThat(part.isNear()).isTrue();
        assertThat(invocation.isWithin(Duration.ofSeconds(4))).isFalse();

        left = 3_999;
        assertThat(part.remaining()).isZero();
        assertThat(invocation.isWithin(Duration.ofSeconds(4))).isTrue();
    }

    @Test
    void an_invocation_past_its_end_has_nothing_left() {
        left = -1;

        assertThat(invocation.remaining()).isZero();
        assertThat(invocation.isNear()).isTrue();
    }

    @Test
    void without_a_deadline_no_reserve_is_too_long() {
        assertThat(Deadline.NONE.earlierBy(Duration.ofDays(365)).isNear()).isFalse();
    }
}
