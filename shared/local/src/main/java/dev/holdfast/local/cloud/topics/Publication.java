package dev.holdfast.local.cloud.topics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message published to a topic. */
record Publication(
        String messageId,
        String topicArn,
        @Nullable String subject,
        String message,
        Map<String, Attribute> attributes,
        String timestamp) {

    /** A message attribute; binary values stay in base 64. */
    record Attribute(String type, String value) {}
}
