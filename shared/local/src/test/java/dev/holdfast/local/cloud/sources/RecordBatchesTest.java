package dev.holdfast.local.cloud.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Record;

class RecordBatchesTest {
    private final List<List<Integer>> invocations = new ArrayList<>();
    private final List<List<Integer>> givenUp = new ArrayList<>();
    private final Map<Integer, Integer> timesSeen = new HashMap<>();
    private int done;

    @Test
    void records_reach_the_function_in_order_and_are_done_with() throws InterruptedException {
        handle(source(true, 3, true), 5, batch -> "{}");

        assertThat(invocations).containsExactly(List.of(1, 2, 3, 4, 5));
        assertThat(done).isEqualTo(5);
    }

    @Test
    void what_comes_before_the_first_failed_record_does_not_come_again() throws InterruptedException {
        handle(source(true, 3, true), 5, batch -> timesSeen.getOrDefault(4, 0) == 1 ? failures(4) : "{}");

        assertThat(invocations).containsExactly(List.of(1, 2, 3, 4, 5), List.of(4, 5));
        assertThat(done).isEqualTo(5);
    }

    @Test
    void a_batch_that_throws_is_cut_in_two_until_the_poison_is_alone() throws InterruptedException {
        handle(source(true, 2, true), 4, batch -> {
            if (batch.contains(3)) {
                throw new FunctionFailed("poison");
            }
            return "{}";
        });

        assertThat(invocations)
                .containsExactly(
                        List.of(1, 2, 3, 4),
                        List.of(1, 2),
                        List.of(3, 4),
                        List.of(3),
                        List.of(3),
                        List.of(3),
                        List.of(4));
        assertThat(givenUp).containsExactly(List.of(3));
        assertThat(done).isEqualTo(4);
    }

    @Test
    void without_bisection_the_whole_batch_is_given_up() throws InterruptedException {
        handle(source(false, 1, false), 3, batch -> {
            throw new FunctionFailed("always");
        });

        assertThat(invocations).hasSize(2);
        assertThat(givenUp).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void an_answer_that_names_an_unknown_record_gives_the_whole_batch_back() throws InterruptedException {
        handle(source(false, 1, true), 2, batch -> invocations.size() == 1 ? failures(99) : "{}");

        assertThat(invocations).containsExactly(List.of(1, 2), List.of(1, 2));
        assertThat(done).isEqualTo(2);
    }

    @Test
    void a_partial_answer_counts_for_nothing_where_the_mapping_does_not_report_them() throws InterruptedException {
        handle(source(false, 1, false), 2, batch -> failures(1));

        assertThat(invocations).hasSize(1);
        assertThat(done).isEqualTo(2);
    }

    @Test
    void records_of_a_kind_that_the_mapping_leaves_out_are_done_with_unseen() throws InterruptedException {
        handle(source(Set.of("INSERT"), true, 1, true), 3, batch -> "{}");
        assertThat(invocations).containsExactly(List.of(1, 2, 3));

        handle(source(Set.of("MODIFY", "REMOVE"), true, 1, true), 5, batch -> "{}");
        assertThat(invocations).hasSize(1);
        assertThat(done).isEqualTo(5);
    }

    private void handle(EventSource.Stream source, int count, Handler handler) throws InterruptedException {
        List<Record> records = IntStream.rangeClosed(1, count)
                .mapToObj(RecordBatchesTest::record)
                .toList();
        new RecordBatches(source, new Remembering(handler), new Outcome()).handle("arn", records);
    }

    private static EventSource.Stream source(boolean bisect, int retries, boolean partial) {
        return source(Set.of(), bisect, retries, partial);
    }

    private static EventSource.Stream source(Set<String> eventNames, boolean bisect, int retries, boolean partial) {
        return new EventSource.Stream("T", true, eventNames, 100, Duration.ZERO, bisect, retries, partial, null);
    }

    private static Record record(int number) {
        return Record.builder()
                .eventName("INSERT")
                .dynamodb(change -> change.sequenceNumber(String.valueOf(number)))
                .build();
    }

    private static String failures(int number) {
        return "{\"batchItemFailures\": [{\"itemIdentifier\": \"" + number + "\"}]}";
    }

    private interface Handler {
        String handle(Set<Integer> batch) throws FunctionFailed;
    }

    private final class Outcome implements RecordBatches.Progress {
        @Override
        public void done(String sequenceNumber) {
            done = Integer.parseInt(sequenceNumber);
        }

        @Override
        public void givenUp(List<Record> records, int count) {
            givenUp.add(records.stream()
                    .map(record -> Integer.valueOf(RecordBatches.sequenceNumber(record)))
                    .toList());
        }

        @Override
        public boolean pauseBefore(int attempt) {
            return true;
        }
    }

    private final class Remembering implements LambdaFunction {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final Handler handler;

        Remembering(Handler handler) {
            this.handler = handler;
        }

        @Override
        public String name() {
            return "remembering";
        }

        @Override
        public byte[] invoke(byte[] event) throws FunctionFailed {
            List<Integer> batch = new ArrayList<>();
            try {
                for (JsonNode record : JSON.readTree(event).path("Records")) {
                    batch.add(record.path("dynamodb").path("SequenceNumber").asInt());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            invocations.add(batch);
            batch.forEach(number -> timesSeen.merge(number, 1, Integer::sum));
            return handler.handle(Set.copyOf(batch)).getBytes(StandardCharsets.UTF_8);
        }
    }
}
