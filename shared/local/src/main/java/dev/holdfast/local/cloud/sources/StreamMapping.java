package dev.holdfast.local.cloud.sources;

import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.database.TableChanges;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Reads a table's stream in order and invokes a function with what comes. */
final class StreamMapping implements Mapping, RecordBatches.Progress {
    private static final Logger LOG = LoggerFactory.getLogger(StreamMapping.class);
    /** What the table's writes do not announce, such as expiry, is found this late. */
    private static final long IDLE_MILLIS = 5000;

    private static final long PAUSE_MILLIS_MIN = 100;
    private static final long PAUSE_MILLIS_MAX = 10_000;

    private final EventSource.Stream source;
    private final LambdaFunction function;
    private final String streamArn;
    private final StreamPosition position;
    private final TableChanges changes;
    private final SqsClient sqs;
    private final Addresses addresses;
    private final Clock clock;
    private final RecordBatches batches;
    private final Thread reader;
    private final CountDownLatch stopping = new CountDownLatch(1);

    StreamMapping(
            EventSource.Stream source,
            LambdaFunction function,
            String streamArn,
            StreamPosition position,
            TableChanges changes,
            SqsClient sqs,
            Addresses addresses,
            Clock clock) {
        this.source = source;
        this.function = function;
        this.streamArn = streamArn;
        this.position = position;
        this.changes = changes;
        this.sqs = sqs;
        this.addresses = addresses;
        this.clock = clock;
        this.batches = new RecordBatches(source, function, this);
        this.reader = Thread.ofVirtual().name("read-" + source.table()).unstarted(this::read);
    }

    @Override
    public void start() {
        if (!source.fromTheBeginning()) {
            position.skipThePast();
        }
        reader.start();
    }

    private void read() {
        try {
            while (stopping.getCount() > 0) {
                readOnce();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOnce() throws InterruptedException {
        try {
            long seen = changes.count(source.table());
            List<Record> records = batch();
            if (records.isEmpty()) {
                changes.await(source.table(), seen, IDLE_MILLIS);
            } else if (!batches.handle(streamArn, records)) {
                position.rewind();
            }
        } catch (SdkException e) {
            LOG.error("the stream of {} cannot be read for {}", source.table(), function.name(), e);
            position.rewind();
            stopping.await(PAUSE_MILLIS_MIN, TimeUnit.MILLISECONDS);
        }
    }

    private List<Record> batch() throws InterruptedException {
        List<Record> records = position.next();
        if (records.isEmpty() || source.window().isZero()) {
            return records;
        }
        List<Record> gathered = new ArrayList<>(records);
        long end = System.nanoTime() + source.window().toNanos();
        while (gathered.size() < source.batchSize() && stopping.getCount() > 0) {
            long millisLeft = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millisLeft <= 0) {
                break;
            }
            changes.await(source.table(), changes.count(source.table()), Math.min(millisLeft, PAUSE_MILLIS_MIN));
            gathered.addAll(position.next());
        }
        return gathered;
    }

    @Override
    public void done(String sequenceNumber) {
        position.done(sequenceNumber);
    }

    @Override
    public void givenUp(List<Record> records, int invocations) {
        LOG.error("{} gave up {} records of {}", function.name(), records.size(), source.table());
        String queue = source.onFailureQueue();
        if (queue != null) {
            String message = GivenUp.message(
                    function.name(), streamArn, position.shard(), records, invocations, clock.instant());
            sqs.sendMessage(
                    request -> request.queueUrl(addresses.queueUrl(queue)).messageBody(message));
        }
    }

    @Override
    public boolean pauseBefore(int attempt) throws InterruptedException {
        long millis = Math.min(PAUSE_MILLIS_MAX, PAUSE_MILLIS_MIN << Math.min(attempt - 1, 10));
        return !stopping.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        stopping.countDown();
        changes.wakeReaders(source.table());
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        if (reader.isAlive()) {
            reader.join();
        }
    }
}
