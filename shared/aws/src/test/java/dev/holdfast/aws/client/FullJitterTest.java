package dev.holdfast.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FullJitterTest {
    @Test
    void the_bound_doubles_up_to_the_longest() {
        assertThat(FullJitter.bound(1)).isEqualTo(FullJitter.FIRST);
        assertThat(FullJitter.bound(2)).isEqualTo(FullJitter.FIRST.multipliedBy(2));
        assertThat(FullJitter.bound(5)).isEqualTo(Duration.ofMillis(320));
        assertThat(FullJitter.bound(6)).isEqualTo(FullJitter.LONGEST);
        assertThat(FullJitter.bound(Integer.MAX_VALUE)).isEqualTo(FullJitter.LONGEST);
    }

    @Test
    void the_wait_is_any_time_up_to_the_bound() {
        List<Long> bounds = new ArrayList<>();
        RandomGenerator least = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                bounds.add(bound);
                return 0;
            }
        };
        FullJitter jitter = new FullJitter(least);
        jitter.pause(1);
        jitter.pause(2);
        assertThat(bounds).containsExactly(21L, 41L);
    }
}
