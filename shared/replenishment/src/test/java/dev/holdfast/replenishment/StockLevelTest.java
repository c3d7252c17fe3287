package dev.holdfast.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockLevelTest {
    private static final Optional<Thresholds> TEN_TO_FIFTEEN = Optional.of(new Thresholds(10, 15));

    private static StockLevel level(long available, Optional<Thresholds> thresholds) {
        return new StockLevel(available, 0, 0, thresholds);
    }

    @Test
    void what_is_on_order_counts_and_what_is_waiting_counts_against() {
        assertThat(new StockLevel(5, 20, 7, Optional.empty()).position()).isEqualTo(18);
        assertThat(new StockLevel(0, 0, 3, Optional.empty()).position()).isEqualTo(-3);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 10, true",
        "10, 11, true",
        "16, 15, true",
        "15, 16, true",
        "16, 10, true",
        "9, 20, true",
        "12, 11, false",
        "10, 9, false",
        "15, 11, false",
        "20, 16, false",
        "7, 7, false"
    })
    void only_a_move_to_another_side_of_a_threshold_concerns_us(long before, long after, boolean concerns) {
        assertThat(level(after, TEN_TO_FIFTEEN).concernsReplenishmentAfter(Optional.of(level(before, TEN_TO_FIFTEEN))))
                .isEqualTo(concerns);
    }

    @Test
    void new_thresholds_concern_us_wherever_the_position_stands() {
        assertThat(level(99, TEN_TO_FIFTEEN).concernsReplenishmentAfter(Optional.of(level(99, Optional.empty()))))
                .isTrue();
        assertThat(level(99, TEN_TO_FIFTEEN)
                        .concernsReplenishmentAfter(Optional.of(level(99, Optional.of(new Thresholds(10, 10))))))
                .isTrue();
        assertThat(level(99, TEN_TO_FIFTEEN).concernsReplenishmentAfter(Optional.empty()))
                .isTrue();
    }

    @Test
    void a_sku_without_a_policy_never_concerns_us() {
        assertThat(level(0, Optional.empty()).concernsReplenishmentAfter(Optional.of(level(99, Optional.empty()))))
                .isFalse();
    }
}
