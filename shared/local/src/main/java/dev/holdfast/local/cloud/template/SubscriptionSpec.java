package dev.holdfast.local.cloud.template;

import java.util.Map;

/** A subscription as the template declares it; attributes as SNS names them. */
public record SubscriptionSpec(String topicArn, String protocol, String endpoint, Map<String, String> attributes) {}
