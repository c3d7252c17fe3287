package dev.holdfast.stockapi;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StockApiHandlerTest {
    @Test
    void its_beans_fit_together() {
        assertThatCode(StockApiHandler::new).doesNotThrowAnyException();
    }
}
