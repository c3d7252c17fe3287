package dev.holdfast.local.cloud.queues;

import dev.holdfast.local.cloud.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that were received and not deleted when the process ended. Whoever held them ended with it, so they need not
 * stay invisible until their time is over.
 */
final class InFlight {
    private InFlight() {}

    static void release(Path file) {
        if (!Files.exists(file.resolveSibling(file.getFileName() + ".mv.db"))) {
            return;
        }
        long now = System.currentTimeMillis();
        try (Connection connection = DriverManager.getConnection(Queues.h2Url(file), "", "")) {
            for (String table : tablesOfMessages(connection)) {
                String update =
                        "UPDATE \"" + table + "\" SET next_delivery = ? WHERE receive_count > 0 AND next_delivery > ?";
                try (PreparedStatement statement = connection.prepareStatement(update)) {
                    statement.setLong(1, now);
                    statement.setLong(2, now);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "The queues in the data directory cannot be opened (" + e.getMessage()
                            + "): move the directory away, or name another one with --data.",
                    e);
        }
    }

    private static List<String> tablesOfMessages(Connection connection) throws SQLException {
        String query = "SELECT table_name FROM information_schema.columns WHERE UPPER(column_name) = 'NEXT_DELIVERY'";
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
