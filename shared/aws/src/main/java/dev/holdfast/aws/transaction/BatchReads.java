package dev.holdfast.aws.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Consistent reads of many items of one table, a hundred a call. */
public final class BatchReads {
    private static final int KEYS_MAX = 100;
    private static final int CALLS_WITHOUT_PROGRESS_MAX = 5;

    private BatchReads() {}

    /**
     * Those of these items that exist, in no order. Half a read unit per started 4 KB each, doubled for consistency.
     *
     * @throws SdkClientException when DynamoDB leaves keys unprocessed again and again
     */
    public static List<Map<String, AttributeValue>> read(
            DynamoDbClient dynamoDb, String table, Collection<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> open = new ArrayList<>(keys);
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        int idle = 0;
        while (!open.isEmpty()) {
            List<Map<String, AttributeValue>> batch = List.copyOf(open.subList(0, Math.min(KEYS_MAX, open.size())));
            BatchGetItemResponse answer = dynamoDb.batchGetItem(request -> request.requestItems(Map.of(
                    table,
                    KeysAndAttributes.builder().keys(batch).consistentRead(true).build())));
            items.addAll(answer.responses().getOrDefault(table, List.of()));
            open.subList(0, batch.size()).clear();
            KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table);
            List<Map<String, AttributeValue>> left = unprocessed == null ? List.of() : unprocessed.keys();
            open.addAll(left);
            idle = left.size() == batch.size() ? idle + 1 : 0;
            if (idle == CALLS_WITHOUT_PROGRESS_MAX) {
                throw SdkClientException.create("DynamoDB leaves the keys of a batch unprocessed");
            }
        }
        return items;
    }
}
