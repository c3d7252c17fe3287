package dev.holdfast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "paid with 5555-5555-5555-4444, thanks",
                "378282246310005",
                "3782 822463 10005",
                "flat 20 4111 1111 1111 1111",
                "4111 1111 1111 1111 12/29",
                "card:6011000990139424.",
                "30569309025904"
            })
    void a_card_number_is_found_wherever_it_stands(String text) {
        assertThat(CardNumber.standsIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "1 High Street, N1 9GU",
                "+44 20 7946 0018",
                "536365",
                "5012345678900",
                "41111111111111111111",
                "1111111111111117",
                "4111x1111x1111x1111",
                ""
            })
    void other_numbers_are_let_through(String text) {
        assertThat(CardNumber.standsIn(text)).isFalse();
    }
}
