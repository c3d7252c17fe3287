package dev.holdfast.local.cloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code AWS::SNS::Subscription}. */
final class SubscriptionReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SubscriptionReader() {}

    static SubscriptionSpec read(Section properties) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (properties.flag("RawMessageDelivery")) {
            attributes.put("RawMessageDelivery", "true");
        }
        Object filter = properties.resolved("FilterPolicy");
        if (filter != null) {
            try {
                attributes.put("FilterPolicy", JSON.writeValueAsString(filter));
            } catch (JsonProcessingException e) {
                throw new TemplateProblem(properties.path() + ".FilterPolicy is no JSON");
            }
        }
        String scope = properties.textOrNull("FilterPolicyScope");
        if (scope != null) {
            attributes.put("FilterPolicyScope", scope);
        }
        SubscriptionSpec subscription = new SubscriptionSpec(
                properties.text("TopicArn"), properties.text("Protocol"), properties.text("Endpoint"), attributes);
        properties.refuseTheRest("Region", "RedrivePolicy");
        return subscription;
    }
}
