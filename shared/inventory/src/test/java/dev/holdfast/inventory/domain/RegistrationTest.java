package dev.holdfast.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final Optional<Versioned<String>> NONE = Optional.empty();
    private static final Versioned<String> THIRD = new Versioned<>("red", 3);
    private static final Optional<LongPredicate> UNCONDITIONAL = Optional.empty();
    private static final Optional<LongPredicate> THE_THIRD = Optional.of(version -> version == 3);
    private static final Optional<LongPredicate> THE_SECOND = Optional.of(version -> version == 2);

    @Test
    void what_is_not_there_is_created() {
        assertThat(Registration.decide(NONE, "red", UNCONDITIONAL))
                .isEqualTo(new Registration.Created<>(new Versioned<>("red", 1)));
    }

    @Test
    void what_is_not_there_cannot_be_replaced() {
        assertThat(Registration.decide(NONE, "red", THE_THIRD)).isEqualTo(new Registration.Stale<>());
    }

    @Test
    void the_same_again_changes_nothing_whatever_the_caller_expects() {
        assertThat(Registration.decide(Optional.of(THIRD), "red", UNCONDITIONAL))
                .isEqualTo(new Registration.Unchanged<>(THIRD));
        assertThat(Registration.decide(Optional.of(THIRD), "red", THE_SECOND))
                .isEqualTo(new Registration.Unchanged<>(THIRD));
    }

    @Test
    void replacing_needs_to_name_what_is_replaced() {
        assertThat(Registration.decide(Optional.of(THIRD), "blue", UNCONDITIONAL))
                .isEqualTo(new Registration.PreconditionNeeded<>());
        assertThat(Registration.decide(Optional.of(THIRD), "blue", THE_SECOND)).isEqualTo(new Registration.Stale<>());
        assertThat(Registration.decide(Optional.of(THIRD), "blue", THE_THIRD))
                .isEqualTo(new Registration.Replaced<>(new Versioned<>("blue", 4)));
    }
}
