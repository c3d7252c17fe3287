package dev.holdfast.local.cloud.sources;

import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.DataDirectory;
import dev.holdfast.local.cloud.database.Database;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All mappings and schedules. */
public final class Sources implements AutoCloseable {
    private final Database database;
    private final SqsClient sqs;
    private final DataDirectory data;
    private final Addresses addresses;
    private final Clock clock;
    private final List<Mapping> mappings = new ArrayList<>();

    public Sources(Database database, SqsClient sqs, DataDirectory data, Addresses addresses, Clock clock) {
        this.database = database;
        this.sqs = sqs;
        this.data = data;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Adds what invokes the function; a route of the API is no concern of this class. */
    public void add(LambdaFunction function, String event, EventSource source) {
        switch (source) {
            case EventSource.Queue queue -> mappings.add(new QueueMapping(queue, function, sqs, addresses));
            case EventSource.Stream stream -> mappings.add(mapping(function, event, stream));
            case EventSource.Schedule schedule -> mappings.add(new Rate(schedule, function, clock));
            case EventSource.Api api -> {}
        }
    }

    private StreamMapping mapping(LambdaFunction function, String event, EventSource.Stream stream) {
        String streamArn = database.tables()
                .describeTable(request -> request.tableName(stream.table()))
                .table()
                .latestStreamArn();
        StreamPosition position = new StreamPosition(
                database.streams(),
                streamArn,
                data.file("position-" + function.name() + "-" + event + ".json"),
                stream.batchSize());
        return new StreamMapping(stream, function, streamArn, position, database.changes(), sqs, addresses, clock);
    }

    public void start() {
        mappings.forEach(Mapping::start);
    }

    @Override
    public void close() {
        mappings.forEach(Mapping::stop);
        try {
            for (Mapping mapping : mappings) {
                mapping.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
