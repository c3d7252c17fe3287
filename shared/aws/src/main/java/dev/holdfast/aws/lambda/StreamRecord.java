package dev.holdfast.aws.lambda;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One committed change of one item.
 *
 * @param table the table's name
 * @param eventId the stream's own id of the record, the same on redelivery
 * @param sequenceNumber its place in its shard
 * @param oldImage the item before; empty at {@link Kind#INSERT} and where the stream has no old images
 * @param newImage the item after; empty at {@link Kind#REMOVE}
 */
public record StreamRecord(
        String table,
        String eventId,
        Kind kind,
        String sequenceNumber,
        Map<String, AttributeValue> keys,
        Optional<Map<String, AttributeValue>> oldImage,
        Optional<Map<String, AttributeValue>> newImage) {
    /** What happened to the item. */
    public enum Kind {
        INSERT,
        MODIFY,
        REMOVE
    }
}
