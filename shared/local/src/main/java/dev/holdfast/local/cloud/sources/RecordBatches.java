package dev.holdfast.local.cloud.sources;

import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Hands records to a function in order until each was taken or given up. A batch that fails is tried again from its
 * first failed record; where the mapping bisects, a batch that makes no progress is cut in two, which costs no attempt.
 * Records whose attempts are used up are given up, so that those behind them go on.
 */
final class RecordBatches {
    private final EventSource.Stream source;
    private final LambdaFunction function;
    private final Progress progress;

    RecordBatches(EventSource.Stream source, LambdaFunction function, Progress progress) {
        this.source = source;
        this.function = function;
        this.progress = progress;
    }

    /** What becomes of the records. */
    interface Progress {
        /** Everything up to this sequence number is done with. */
        void done(String sequenceNumber);

        /** These records were given up after so many invocations. */
        void givenUp(List<Record> records, int invocations);

        /** Waits before another attempt; false where no more shall be made now. */
        boolean pauseBefore(int attempt) throws InterruptedException;
    }

    /** Returns true when every record is done with, false when it was stopped before. */
    boolean handle(String streamArn, List<Record> records) throws InterruptedException {
        List<Record> wanted = records.stream().filter(this::isWanted).toList();
        Deque<Batch> open = new ArrayDeque<>();
        if (!wanted.isEmpty()) {
            open.push(new Batch(wanted, 0));
        }
        while (!open.isEmpty()) {
            Batch batch = open.pop();
            int failedFrom = invoke(streamArn, batch.records());
            if (failedFrom > 0) {
                progress.done(sequenceNumber(batch.records().get(failedFrom - 1)));
            }
            List<Record> left =
                    batch.records().subList(failedFrom, batch.records().size());
            if (left.isEmpty()) {
                continue;
            }
            int failures = failedFrom > 0 ? 1 : batch.failures() + 1;
            if (source.bisect() && failedFrom == 0 && left.size() > 1) {
                int half = left.size() / 2;
                open.push(new Batch(left.subList(half, left.size()), batch.failures()));
                open.push(new Batch(left.subList(0, half), batch.failures()));
            } else if (source.maximumRetries() >= 0 && failures > source.maximumRetries()) {
                progress.givenUp(left, failures);
                progress.done(sequenceNumber(left.getLast()));
            } else {
                if (!progress.pauseBefore(failures)) {
                    return false;
                }
                open.push(new Batch(left, failures));
            }
        }
        if (wanted.size() < records.size()) {
            progress.done(sequenceNumber(records.getLast()));
        }
        return true;
    }

    private boolean isWanted(Record record) {
        return source.eventNames().isEmpty() || source.eventNames().contains(record.eventNameAsString());
    }

    /** The index of the first record that must come again; the batch's size where none must. */
    private int invoke(String streamArn, List<Record> records) throws InterruptedException {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            indexes.put(sequenceNumber(records.get(i)), i);
        }
        try {
            byte[] response = function.invoke(StreamEvent.of(streamArn, records));
            if (!source.partialResponse()) {
                return records.size();
            }
            Set<String> failures = PartialResponse.failures(response, indexes.keySet());
            return failures.stream().mapToInt(indexes::get).min().orElse(records.size());
        } catch (FunctionFailed e) {
            return 0;
        }
    }

    static String sequenceNumber(Record record) {
        return record.dynamodb().sequenceNumber();
    }

    private record Batch(List<Record> records, int failures) {}
}
