package dev.holdfast.local.cloud.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.store.AppendLog;
import java.util.List;

/** Keeps what is published, then hands it to the subscribers that want it. */
final class Publisher {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Topics topics;
    private final AppendLog published;
    private final Delivery delivery;

    Publisher(Topics topics, AppendLog published, Delivery delivery) {
        this.topics = topics;
        this.published = published;
        this.delivery = delivery;
    }

    void publish(Publication publication) {
        topics.requireTopic(publication.topicArn());
        List<Subscription> wanting = topics.subscriptions(publication.topicArn()).stream()
                .filter(subscription -> subscription.wants(publication))
                .toList();
        published.append(document(publication, wanting));
        wanting.forEach(subscription -> delivery.deliver(publication, subscription));
    }

    private static JsonNode document(Publication publication, List<Subscription> wanting) {
        ObjectNode document = JSON.createObjectNode()
                .put("messageId", publication.messageId())
                .put("topicArn", publication.topicArn());
        if (publication.subject() != null) {
            document.put("subject", publication.subject());
        }
        document.put("message", publication.message());
        ObjectNode attributes = document.putObject("messageAttributes");
        publication
                .attributes()
                .forEach((name, attribute) ->
                        attributes.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
        document.put("timestamp", publication.timestamp());
        ArrayNode deliveries = document.putArray("deliveries");
        wanting.forEach(subscription -> deliveries
                .addObject()
                .put("protocol", subscription.protocol())
                .put("endpoint", subscription.endpoint()));
        return document;
    }
}
