package dev.holdfast.local.cloud.topics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who gets the messages of a topic. */
public record Subscription(
        String arn, String topicArn, String protocol, String endpoint, Map<String, String> attributes) {

    @JsonIgnore
    boolean isRaw() {
        return Boolean.parseBoolean(attributes.get("RawMessageDelivery"));
    }

    boolean wants(Publication publication) {
        @Nullable String policy = attributes.get("FilterPolicy");
        return policy == null
                || FilterPolicy.parse(policy)
                        .matches(publication, "MessageBody".equals(attributes.get("FilterPolicyScope")));
    }
}
