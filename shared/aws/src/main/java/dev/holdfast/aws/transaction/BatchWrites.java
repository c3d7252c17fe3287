package dev.holdfast.aws.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Unconditional writes of many items of one table, 25 a call, each for itself. */
public final class BatchWrites {
    private static final int PUTS_MAX = 25;
    private static final int CALLS_WITHOUT_PROGRESS_MAX = 5;

    private BatchWrites() {}

    /**
     * Puts these items, whose keys are distinct. 1 write unit per started KB each.
     *
     * @throws SdkClientException when DynamoDB leaves items unprocessed again and again
     */
    public static void put(DynamoDbClient dynamoDb, String table, Collection<Map<String, AttributeValue>> items) {
        List<WriteRequest> open = new ArrayList<>();
        items.forEach(item -> open.add(
                WriteRequest.builder().putRequest(put -> put.item(item)).build()));
        int idle = 0;
        while (!open.isEmpty()) {
            List<WriteRequest> batch = List.copyOf(open.subList(0, Math.min(PUTS_MAX, open.size())));
            BatchWriteItemResponse answer =
                    dynamoDb.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
            open.subList(0, batch.size()).clear();
            List<WriteRequest> left = answer.unprocessedItems().getOrDefault(table, List.of());
            open.addAll(left);
            idle = left.size() == batch.size() ? idle + 1 : 0;
            if (idle == CALLS_WITHOUT_PROGRESS_MAX) {
                throw SdkClientException.create("DynamoDB leaves the items of a batch unprocessed");
            }
        }
    }
}
