package dev.holdfast.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import org.junit.jupiter.api.Test;

class LocationTest {
    private static final LocationId MAIN = new LocationId("main");

    @Test
    void a_location_lies_in_a_country_that_there_is() {
        assertThat(new Location(MAIN, "Main", "GB", 0).country()).isEqualTo("GB");
        assertThatThrownBy(() -> new Location(MAIN, "Main", "UK", 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Location(MAIN, "Main", "gb", 0)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void its_priority_has_bounds() {
        assertThat(new Location(MAIN, "Main", "GB", Limits.PRIORITY_MAX).priority())
                .isEqualTo(Limits.PRIORITY_MAX);
        assertThatThrownBy(() -> new Location(MAIN, "Main", "GB", Limits.PRIORITY_MAX + 1))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Location(MAIN, "Main", "GB", -1)).isInstanceOf(InvalidValue.class);
    }
}
