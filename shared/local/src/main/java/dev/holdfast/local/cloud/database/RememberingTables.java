package dev.holdfast.local.cloud.database;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

/**
 * DynamoDB Local's SQLite store, which asks its one SQLite thread what a table is like twice for each action of each
 * request. Here the answer is remembered until the table changes, which more than doubles the transactions in a second.
 */
class RememberingTables extends SQLiteDBAccess {
    /**
     * Each write of a table with a stream looks for the stream's first record, and without an index that reads the
     * records of all streams before it: 40 ms after a thousand real orders. The rowid, which is the sequence number, is
     * part of every index; an index that names it is used worse by this SQLite.
     */
    private static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS us_by_stream ON us (StreamID)",
            "CREATE INDEX IF NOT EXISTS us_by_shard ON us (ShardID)");

    private final Map<String, TableInfo> remembered = new ConcurrentHashMap<>();

    /** In memory. */
    RememberingTables() {
        INDEXES.forEach(this::run);
    }

    RememberingTables(File file) {
        super(file);
        INDEXES.forEach(this::run);
    }

    /** Runs a statement on the one SQLite thread. */
    final void run(String statement) {
        SQLiteJob<Boolean> job = queue.execute(new Statement(statement));
        job.complete();
        Throwable error = job.getError();
        if (error != null) {
            throw new IllegalStateException(statement + " failed", error);
        }
    }

    @Override
    public TableInfo getTableInfo(String table) {
        TableInfo known = remembered.get(table);
        if (known != null) {
            return known;
        }
        TableInfo found = super.getTableInfo(table);
        if (found != null) {
            remembered.put(table, found);
        }
        return found;
    }

    @Override
    public void deleteTable(String table) {
        super.deleteTable(table);
        remembered.remove(table);
    }

    @Override
    public void updateTable(
            String table,
            ProvisionedThroughput provisioned,
            OnDemandThroughput onDemand,
            BillingMode billing,
            long at,
            List<AttributeDefinition> attributes,
            List<GlobalSecondaryIndexDescription> indexes,
            Boolean deleteProtection,
            StreamSpecification stream) {
        super.updateTable(table, provisioned, onDemand, billing, at, attributes, indexes, deleteProtection, stream);
        remembered.remove(table);
    }

    @Override
    public void updateTable(String table, String timeToLive) {
        super.updateTable(table, timeToLive);
        remembered.remove(table);
    }

    @Override
    public void createGSIColumns(String table, String index) {
        super.createGSIColumns(table, index);
        remembered.remove(table);
    }

    @Override
    public void backfillGSI(String table, String index) {
        super.backfillGSI(table, index);
        remembered.remove(table);
    }

    @Override
    public void deleteGSI(String table, String index) {
        super.deleteGSI(table, index);
        remembered.remove(table);
    }

    private static final class Statement extends SQLiteJob<Boolean> {
        private final String statement;

        Statement(String statement) {
            this.statement = statement;
        }

        @Override
        protected Boolean job(SQLiteConnection connection) throws SQLiteException {
            connection.exec(statement);
            return true;
        }
    }
}
