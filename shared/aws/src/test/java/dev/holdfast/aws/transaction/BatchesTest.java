package dev.holdfast.aws.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class BatchesTest {
    /** A store that serves only so many of a call. */
    private static final class Slow implements DynamoDbClient {
        private final int perCall;
        private final List<Integer> calls = new ArrayList<>();
        private final List<Map<String, AttributeValue>> written = new ArrayList<>();

        Slow(int perCall) {
            this.perCall = perCall;
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            List<Map<String, AttributeValue>> keys =
                    Objects.requireNonNull(request.requestItems().get("T")).keys();
            calls.add(keys.size());
            int served = Math.min(perCall, keys.size());
            BatchGetItemResponse.Builder answer =
                    BatchGetItemResponse.builder().responses(Map.of("T", keys.subList(0, served)));
            if (served < keys.size()) {
                answer.unprocessedKeys(Map.of(
                        "T",
                        KeysAndAttributes.builder()
                                .keys(keys.subList(served, keys.size()))
                                .build()));
            }
            return answer.build();
        }

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            List<WriteRequest> puts =
                    Objects.requireNonNull(request.requestItems().get("T"));
            calls.add(puts.size());
            int served = Math.min(perCall, puts.size());
            puts.subList(0, served).forEach(put -> written.add(put.putRequest().item()));
            return served == puts.size()
                    ? BatchWriteItemResponse.builder().build()
                    : BatchWriteItemResponse.builder()
                            .unprocessedItems(Map.of("T", puts.subList(served, puts.size())))
                            .build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    private static List<Map<String, AttributeValue>> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of("k", AttributeValue.fromS("k" + i)))
                .toList();
    }

    @Test
    void reads_go_in_hundreds_and_what_was_left_is_asked_again() {
        Slow store = new Slow(90);
        assertThat(BatchReads.read(store, "T", items(201))).containsExactlyInAnyOrderElementsOf(items(201));
        assertThat(store.calls).containsExactly(100, 100, 21);
    }

    @Test
    void writes_go_in_twenty_fives_and_what_was_left_is_written_again() {
        Slow store = new Slow(20);
        BatchWrites.put(store, "T", items(51));
        assertThat(store.written).containsExactlyInAnyOrderElementsOf(items(51));
        assertThat(store.calls).containsExactly(25, 25, 11);
    }

    @Test
    void a_store_that_serves_nothing_is_not_asked_for_ever() {
        Slow store = new Slow(0);
        assertThatThrownBy(() -> BatchReads.read(store, "T", items(1))).isInstanceOf(SdkClientException.class);
        assertThatThrownBy(() -> BatchWrites.put(store, "T", items(1))).isInstanceOf(SdkClientException.class);
        assertThat(store.calls).hasSize(10);
    }

    @Test
    void nothing_asks_nothing() {
        Slow store = new Slow(10);
        BatchWrites.put(store, "T", List.of());
        assertThat(BatchReads.read(store, "T", List.of())).isEmpty();
        assertThat(store.calls).isEmpty();
    }
}
