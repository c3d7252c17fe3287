package dev.holdfast.replenishmentapi;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ReplenishmentApiHandlerTest {
    @Test
    void its_beans_fit_together() {
        assertThatCode(ReplenishmentApiHandler::new).doesNotThrowAnyException();
    }
}
