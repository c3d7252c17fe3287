package dev.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void the_templates_tables_are_there() {
        try (Tables tables = Tables.of()) {
            assertThat(tables.client().listTables().tableNames())
                    .contains("OrdersTable", "StockTable", "ChannelsTable");
            tables.put("StockTable", "shelf", "A#00", "item", "STOCK", "version", 1);
            assertThat(tables.get("StockTable", "shelf", "A#00", "item", "STOCK"))
                    .containsKey("version");
        }
    }
}
