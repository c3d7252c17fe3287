package dev.holdfast.aws.messaging;

import java.util.Map;
import java.util.Optional;

/**
 * A message to a topic.
 *
 * @param subject what an e-mail subscriber reads first; at most 100 ASCII characters
 * @param attributes by which subscribers filter
 */
public record TopicMessage(String body, Optional<String> subject, Map<String, String> attributes) {
    public TopicMessage {
        attributes = Map.copyOf(attributes);
    }
}
