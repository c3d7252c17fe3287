package dev.holdfast.local.cloud.database;

import dev.holdfast.local.cloud.CannotStart;
import dev.holdfast.local.cloud.template.TableSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBAccess;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** DynamoDB Local inside this process: one database for every access key and region. */
public final class Database implements AutoCloseable {
    private static final int JOB_THREADS = 10;
    private static final boolean NO_TRANSIENT_STATES = false;

    private final LocalDBClient database;
    private final TableChanges changes = new TableChanges();
    private final DatabaseRequests requests;

    private Database(LocalDBAccess access) {
        database = new LocalDBClient(
                access,
                new JobsRegister(
                        Executors.newFixedThreadPool(
                                JOB_THREADS,
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("database-job-", 0)
                                        .factory()),
                        NO_TRANSIENT_STATES));
        requests = new DatabaseRequests(database, changes);
    }

    /** Opens the database in the file, or in memory where there is none. */
    public static Database open(@Nullable Path file) {
        return new Database(file == null ? new RememberingTables() : new DurableTables(file.toFile()));
    }

    /** What answers DynamoDB's JSON protocol over HTTP. */
    public Handler httpHandler() {
        return new LocalDynamoDBServerHandler(requests, null);
    }

    /** The tables, without a network between. */
    public DynamoDbClient tables() {
        return database.dynamoDbClient();
    }

    /** The streams, without a network between. */
    public DynamoDbStreamsClient streams() {
        return database.dynamoDbStreamsClient();
    }

    public TableChanges changes() {
        return changes;
    }

    /** Creates the tables that are not there yet; one that is there with other keys or indexes is refused. */
    public void create(List<TableSpec> specs) {
        Set<String> existing = Set.copyOf(tables().listTables().tableNames());
        for (TableSpec spec : specs) {
            if (existing.contains(spec.name())) {
                refuseOtherShape(spec);
            } else {
                tables().createTable(spec.request());
                if (spec.timeToLiveAttribute() != null) {
                    tables().updateTimeToLive(request -> request.tableName(spec.name())
                            .timeToLiveSpecification(TimeToLiveSpecification.builder()
                                    .enabled(true)
                                    .attributeName(spec.timeToLiveAttribute())
                                    .build()));
                }
            }
        }
    }

    private void refuseOtherShape(TableSpec spec) {
        CreateTableRequest wanted = spec.request();
        TableDescription found = tables().describeTable(request -> request.tableName(spec.name()))
                .table();
        boolean same = Set.copyOf(found.keySchema()).equals(Set.copyOf(wanted.keySchema()))
                && Set.copyOf(found.attributeDefinitions()).equals(Set.copyOf(wanted.attributeDefinitions()))
                && indexesOf(found)
                        .equals(wanted.globalSecondaryIndexes().stream()
                                .map(index -> index.indexName())
                                .collect(Collectors.toSet()));
        if (!same) {
            throw new CannotStart(
                    "The data directory holds " + spec.name()
                            + " with other keys or indexes than the template declares: move the directory away, or name another one with --data.");
        }
    }

    private static Set<String> indexesOf(TableDescription table) {
        return table.globalSecondaryIndexes().stream()
                .map(index -> index.indexName())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        requests.shutdown();
    }
}
