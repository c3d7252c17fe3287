package dev.holdfast.simulation.aws;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item of one committed write.
 *
 * @param before empty where there was none
 * @param after empty where there is none any more
 */
public record Change(String table, Key key, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    /** Partition and sort key; an empty sort key where the table has none. */
    public record Key(String partition, String sort) {}
}
