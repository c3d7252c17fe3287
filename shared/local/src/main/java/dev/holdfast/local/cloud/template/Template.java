package dev.holdfast.local.cloud.template;

import java.util.List;

/** Everything that the template declares and that one machine can run. */
public record Template(
        List<TableSpec> tables,
        List<QueueSpec> queues,
        List<TopicSpec> topics,
        List<SubscriptionSpec> subscriptions,
        List<FunctionSpec> functions) {}
