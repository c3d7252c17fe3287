package dev.holdfast.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @ValueSource(strings = {"96385074", "036000291452", "4006381333931", "10614141000415"})
    void a_number_with_its_check_digit_is_a_gtin(String digits) {
        assertThat(new Gtin(digits).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "96385075", "4006381333932", "400638133393", "40063813339310", "4006381a33931", "６385074"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> new Gtin(text)).isInstanceOf(InvalidValue.class);
    }
}
