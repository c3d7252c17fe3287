package dev.holdfast.local.cloud.topics;

import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.query.Entries;
import dev.holdfast.local.cloud.query.QueryApi;
import dev.holdfast.local.cloud.query.QueryCall;
import dev.holdfast.local.cloud.query.QueryFault;
import dev.holdfast.local.cloud.store.AppendLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SNS's actions. */
public final class SnsApi implements QueryApi {
    private static final int MESSAGE_BYTES_MAX = 256 * 1024;
    private static final int BATCH_MAX = 10;

    private final Topics topics;
    private final Publisher publisher;
    private final Clock clock;

    public SnsApi(Topics topics, AppendLog published, SqsClient sqs, Addresses addresses, Clock clock) {
        this.topics = topics;
        this.publisher = new Publisher(topics, published, new Delivery(sqs, addresses));
        this.clock = clock;
    }

    @Override
    public String namespace() {
        return "http://sns.amazonaws.com/doc/2010-03-31/";
    }

    @Override
    public @Nullable Map<String, ?> answer(QueryCall call) {
        return switch (call.action()) {
            case "CreateTopic" -> Map.of("TopicArn", topics.create(call.text("Name")));
            case "ListTopics" ->
                Map.of(
                        "Topics",
                        topics.arns().stream()
                                .map(arn -> Map.of("TopicArn", arn))
                                .toList());
            case "GetTopicAttributes" -> topicAttributes(call.text("TopicArn"));
            case "Subscribe" ->
                Map.of(
                        "SubscriptionArn",
                        topics.subscribe(
                                        call.text("TopicArn"),
                                        call.text("Protocol"),
                                        call.text("Endpoint"),
                                        call.attributes("Attributes"))
                                .arn());
            case "Unsubscribe" -> {
                topics.unsubscribe(call.text("SubscriptionArn"));
                yield null;
            }
            case "ListSubscriptions" -> Map.of("Subscriptions", described(topics.subscriptions()));
            case "ListSubscriptionsByTopic" ->
                Map.of("Subscriptions", described(topics.subscriptions(call.text("TopicArn"))));
            case "Publish" -> Map.of("MessageId", publish(call.text("TopicArn"), call));
            case "PublishBatch" -> publishBatch(call);
            default ->
                throw new QueryFault(
                        400, "InvalidAction", "The action " + call.action() + " is not known in local mode");
        };
    }

    private Map<String, ?> topicAttributes(String arn) {
        topics.requireTopic(arn);
        String count = String.valueOf(topics.subscriptions(arn).size());
        return Map.of(
                "Attributes",
                new Entries(Map.of("TopicArn", arn, "Owner", Addresses.ACCOUNT, "SubscriptionsConfirmed", count)));
    }

    private static List<Map<String, String>> described(List<Subscription> subscriptions) {
        return subscriptions.stream()
                .map(subscription -> Map.of(
                        "SubscriptionArn", subscription.arn(),
                        "Owner", Addresses.ACCOUNT,
                        "Protocol", subscription.protocol(),
                        "Endpoint", subscription.endpoint(),
                        "TopicArn", subscription.topicArn()))
                .toList();
    }

    private String publish(String topicArn, QueryCall message) {
        String text = message.text("Message");
        if (text.getBytes(StandardCharsets.UTF_8).length > MESSAGE_BYTES_MAX) {
            throw new QueryFault(400, "InvalidParameter", "Invalid parameter: Message too long");
        }
        String messageId = UUID.randomUUID().toString();
        publisher.publish(new Publication(
                messageId,
                topicArn,
                message.textOrNull("Subject"),
                text,
                attributes(message),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
        return messageId;
    }

    private Map<String, ?> publishBatch(QueryCall call) {
        String topicArn = call.text("TopicArn");
        topics.requireTopic(topicArn);
        List<QueryCall> entries = call.each("PublishBatchRequestEntries.member");
        if (entries.isEmpty() || entries.size() > BATCH_MAX) {
            throw new QueryFault(400, "TooManyEntriesInBatchRequest", "A batch has 1 to " + BATCH_MAX + " entries");
        }
        List<Map<String, String>> successful = new ArrayList<>();
        List<Map<String, String>> failed = new ArrayList<>();
        for (QueryCall entry : entries) {
            String id = entry.text("Id");
            try {
                successful.add(Map.of("Id", id, "MessageId", publish(topicArn, entry)));
            } catch (QueryFault fault) {
                failed.add(Map.of(
                        "Id",
                        id,
                        "Code",
                        "InvalidParameter",
                        "Message",
                        String.valueOf(fault.getMessage()),
                        "SenderFault",
                        "true"));
            }
        }
        return Map.of("Successful", successful, "Failed", failed);
    }

    private static Map<String, Publication.Attribute> attributes(QueryCall message) {
        Map<String, Publication.Attribute> attributes = new LinkedHashMap<>();
        for (QueryCall entry : message.each("MessageAttributes.entry")) {
            String type = entry.text("Value.DataType");
            String value =
                    type.startsWith("Binary") ? entry.text("Value.BinaryValue") : entry.text("Value.StringValue");
            attributes.put(entry.text("Name"), new Publication.Attribute(type, value));
        }
        return attributes;
    }
}
