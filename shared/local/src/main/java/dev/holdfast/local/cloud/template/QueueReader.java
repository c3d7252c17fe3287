package dev.holdfast.local.cloud.template;

import dev.holdfast.local.cloud.Addresses;
import org.jspecify.annotations.Nullable;

/** Reads {@code AWS::SQS::Queue}; the defaults are SQS's own. */
final class QueueReader {
    private QueueReader() {}

    static QueueSpec read(String name, Section properties) {
        QueueSpec queue = new QueueSpec(
                name,
                properties.flag("FifoQueue"),
                properties.flag("ContentBasedDeduplication"),
                properties.number("VisibilityTimeout", 30),
                properties.number("DelaySeconds", 0),
                properties.number("ReceiveMessageWaitTimeSeconds", 0),
                redrive(properties));
        properties.refuseTheRest(
                "MessageRetentionPeriod", "SqsManagedSseEnabled", "KmsMasterKeyId", "Tags", "RedriveAllowPolicy");
        return queue;
    }

    private static QueueSpec.@Nullable Redrive redrive(Section properties) {
        if (!properties.has("RedrivePolicy")) {
            return null;
        }
        Section policy = properties.section("RedrivePolicy");
        QueueSpec.Redrive redrive = new QueueSpec.Redrive(
                Addresses.queueName(policy.text("deadLetterTargetArn")), policy.number("maxReceiveCount", 10));
        policy.refuseTheRest();
        return redrive;
    }
}
