package dev.holdfast.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.Location;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import org.junit.jupiter.api.Test;

class LocationRegisterTest {
    private static Versioned<Location> location(int number) {
        return new Versioned<>(
                new Location(new LocationId("L" + number), "Warehouse " + number, "GB", 0), Versioned.FIRST);
    }

    private static LocationRegister of(int locations) {
        LocationRegister register = LocationRegister.EMPTY;
        for (int number = 1; number <= locations; number++) {
            register = register.with(location(number));
        }
        return register;
    }

    @Test
    void a_merchant_has_no_more_locations_than_fit_into_a_stock_item() {
        assertThat(of(Limits.LOCATIONS_MAX - 1).isFull()).isFalse();
        LocationRegister full = of(Limits.LOCATIONS_MAX);
        assertThat(full.isFull()).isTrue();
        assertThatThrownBy(() -> full.with(location(Limits.LOCATIONS_MAX + 1))).isInstanceOf(Invariant.Broken.class);
    }

    @Test
    void every_change_is_a_version_of_the_register() {
        LocationRegister two = of(2);
        assertThat(two.version()).isEqualTo(2);
        assertThat(two.with(location(2)).version()).isEqualTo(3);
        assertThat(two.with(location(2)).locations()).hasSize(2);
    }
}
