package dev.holdfast.stockhistory;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StockHistoryHandlerTest {
    @Test
    void its_beans_fit_together() {
        assertThatCode(StockHistoryHandler::new).doesNotThrowAnyException();
    }
}
