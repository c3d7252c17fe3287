package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the template must say of queues and event source mappings. Each rule returns what breaks it. */
final class MessagingRules {
    /** AWS's own advice: a batch that is throttled is tried again inside its visibility. */
    private static final int VISIBILITY_PER_TIMEOUT = 6;

    private static final int SQS_VISIBILITY_SECONDS = 30;
    /** A stream of DynamoDB forgets after a day. */
    private static final int STREAM_SECONDS = 24 * 60 * 60;

    private MessagingRules() {}

    static List<String> queuesWithoutDeadLetters(Declared declared) {
        Map<String, JsonNode> queues = declared.queues();
        Set<String> dead = deadLetterQueues(declared);
        List<String> broken = new ArrayList<>();
        queues.forEach((name, queue) -> {
            JsonNode target = queues.get(Declared.target(queue.at("/RedrivePolicy/deadLetterTargetArn")));
            if (target == null && !dead.contains(name)) {
                broken.add(name + " has no dead-letter queue");
            } else if (target != null && !target.path("FifoQueue").equals(queue.path("FifoQueue"))) {
                broken.add(name + " and its dead-letter queue must both be FIFO or both not");
            }
        });
        return broken;
    }

    /** Queues that hold what queues and streams gave up. */
    static Set<String> deadLetterQueues(Declared declared) {
        Set<String> dead = new HashSet<>();
        declared.events("DynamoDB")
                .values()
                .forEach(event -> dead.add(Declared.target(event.at("/DestinationConfig/OnFailure/Destination"))));
        declared.queues()
                .values()
                .forEach(queue -> dead.add(Declared.target(queue.at("/RedrivePolicy/deadLetterTargetArn"))));
        return dead;
    }

    static List<String> visibilityTooShort(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.events("SQS").forEach((event, properties) -> {
            String queue = Declared.target(properties.path("Queue"));
            JsonNode of = declared.queues().get(queue);
            int visibility = of == null ? 0 : of.path("VisibilityTimeout").asInt(SQS_VISIBILITY_SECONDS);
            int least = VISIBILITY_PER_TIMEOUT * declared.timeoutSeconds(event.split("\\.", 2)[0]);
            if (visibility < least) {
                broken.add(queue + " hides a message " + visibility + " s; " + event + " needs " + least);
            }
        });
        return broken;
    }

    static List<String> mappingsThatFailWhole(Declared declared) {
        Map<String, JsonNode> mappings = new TreeMap<>(declared.events("SQS"));
        mappings.putAll(declared.events("DynamoDB"));
        return mappings.entrySet().stream()
                .filter(mapping -> !mapping.getValue()
                        .at("/FunctionResponseTypes/0")
                        .asText()
                        .equals("ReportBatchItemFailures"))
                .map(mapping -> mapping.getKey() + " does not say ReportBatchItemFailures")
                .toList();
    }

    static List<String> streamsThatGetStuck(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.events("DynamoDB").forEach((event, properties) -> {
            if (!properties.path("BisectBatchOnFunctionError").asBoolean()) {
                broken.add(event + " does not bisect");
            }
            if (properties.path("MaximumRetryAttempts").asInt(-1) < 0) {
                broken.add(event + " retries for ever");
            }
            int age = properties.path("MaximumRecordAgeInSeconds").asInt(-1);
            if (age < 0 || age >= STREAM_SECONDS) {
                broken.add(event + " lets records fall out of the stream");
            }
            if (Declared.target(properties.at("/DestinationConfig/OnFailure/Destination"))
                    .isEmpty()) {
                broken.add(event + " loses what it gives up");
            }
        });
        return broken;
    }

    static List<String> queueReadersWithoutBound(Declared declared) {
        return declared.events("SQS").entrySet().stream()
                .filter(event -> !event.getValue()
                        .at("/ScalingConfig/MaximumConcurrency")
                        .isInt())
                .map(event -> event.getKey() + " has no MaximumConcurrency")
                .toList();
    }
}
