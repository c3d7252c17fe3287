package dev.holdfast.replenishmentalerts;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ReplenishmentAlertsHandlerTest {
    @Test
    void its_beans_fit_together() {
        assertThatCode(ReplenishmentAlertsHandler::new).doesNotThrowAnyException();
    }
}
