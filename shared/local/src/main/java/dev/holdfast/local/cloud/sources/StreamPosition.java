package dev.holdfast.local.cloud.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.store.ReplacedFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;

/**
 * Where a mapping stands in its stream. It reads shard after shard, and remembers the last record that was done with in
 * a file, so that a restart neither skips a record nor begins anew.
 */
final class StreamPosition {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING_YET = "";

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final ReplacedFile file;
    private final int limit;
    private @Nullable Checkpoint checkpoint;
    private @Nullable String iterator;

    StreamPosition(DynamoDbStreamsClient streams, String streamArn, ReplacedFile file, int limit) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.file = file;
        this.limit = limit;
        this.checkpoint = file.read()
                .map(StreamPosition::parse)
                .filter(saved -> saved.streamArn().equals(streamArn))
                .orElse(null);
    }

    /** Where nothing was read before, begins behind everything that is in the stream now. */
    void skipThePast() {
        if (checkpoint == null) {
            for (List<Record> past = next(); !past.isEmpty() || hasLaterShard(); past = next()) {
                if (!past.isEmpty()) {
                    done(RecordBatches.sequenceNumber(past.getLast()));
                }
            }
        }
    }

    /** The next records, or none. They come again unless {@link #done} is told about them. */
    List<Record> next() {
        Checkpoint at = checkpoint == null ? begin() : checkpoint;
        if (at == null) {
            return List.of();
        }
        try {
            GetRecordsResponse response =
                    streams.getRecords(request -> request.shardIterator(iterator == null ? iteratorAt(at) : iterator)
                            .limit(limit));
            iterator = response.nextShardIterator();
            if (response.records().isEmpty() && iterator == null) {
                goToNextShard(at);
            }
            return response.records();
        } catch (DynamoDBLocalServiceException e) {
            recover(at, e);
            return List.of();
        }
    }

    private void recover(Checkpoint at, DynamoDBLocalServiceException problem) {
        iterator = null;
        String code = String.valueOf(problem.getErrorCode());
        if (code.endsWith("TrimmedDataAccessException")) {
            save(new Checkpoint(streamArn, at.shard(), NOTHING_YET));
        } else if (code.endsWith("ResourceNotFoundException")) {
            goToNextShard(at);
        } else if (!code.endsWith("ExpiredIteratorException")) {
            throw problem;
        }
    }

    /** Everything up to this record is done with. */
    void done(String sequenceNumber) {
        if (checkpoint != null) {
            save(new Checkpoint(streamArn, checkpoint.shard(), sequenceNumber));
        }
    }

    /** The shard that is being read. */
    String shard() {
        return checkpoint == null ? "" : checkpoint.shard();
    }

    /** Reads again from the last record that was done with. */
    void rewind() {
        iterator = null;
    }

    private @Nullable Checkpoint begin() {
        List<Shard> shards = shards();
        if (shards.isEmpty()) {
            return null;
        }
        Checkpoint first = new Checkpoint(streamArn, shards.getFirst().shardId(), NOTHING_YET);
        save(first);
        return first;
    }

    private String iteratorAt(Checkpoint at) {
        return streams.getShardIterator(request -> {
                    request.streamArn(streamArn).shardId(at.shard());
                    if (at.sequenceNumber().equals(NOTHING_YET)) {
                        request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
                    } else {
                        request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(at.sequenceNumber());
                    }
                })
                .shardIterator();
    }

    private boolean hasLaterShard() {
        return checkpoint != null && !shards().getLast().shardId().equals(checkpoint.shard());
    }

    private void goToNextShard(Checkpoint at) {
        List<Shard> shards = shards();
        for (int i = 0; i < shards.size(); i++) {
            boolean finished = shards.get(i).shardId().equals(at.shard());
            if (finished && i + 1 < shards.size()) {
                save(new Checkpoint(streamArn, shards.get(i + 1).shardId(), NOTHING_YET));
                return;
            }
            if (finished) {
                return;
            }
        }
        if (!shards.isEmpty()) {
            save(new Checkpoint(streamArn, shards.getFirst().shardId(), NOTHING_YET));
        }
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String after = last;
            StreamDescription page = streams.describeStream(
                            request -> request.streamArn(streamArn).exclusiveStartShardId(after))
                    .streamDescription();
            shards.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        shards.sort(Comparator.comparing(
                shard -> new BigInteger(shard.sequenceNumberRange().startingSequenceNumber())));
        return shards;
    }

    private void save(Checkpoint next) {
        checkpoint = next;
        try {
            file.replace(JSON.writeValueAsString(next));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position cannot be written", e);
        }
    }

    private static Checkpoint parse(String json) {
        try {
            return JSON.readValue(json, Checkpoint.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a saved position cannot be read: " + json, e);
        }
    }

    private record Checkpoint(String streamArn, String shard, String sequenceNumber) {}
}
