package dev.holdfast.local.cloud.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.query.QueryFault;
import dev.holdfast.local.cloud.store.ReplacedFile;
import dev.holdfast.local.cloud.template.SubscriptionSpec;
import dev.holdfast.local.cloud.template.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The topics that exist and who subscribed to them; both survive. */
public final class Topics {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}(\\.fifo)?");

    private final ReplacedFile file;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final java.util.Set<String> topicArns = ConcurrentHashMap.newKeySet();

    /** Opens what the file holds, and adds what the template declares. */
    public Topics(ReplacedFile file, List<TopicSpec> topics, List<SubscriptionSpec> declared) {
        this.file = file;
        file.read().ifPresent(this::load);
        topics.forEach(topic -> topicArns.add(Addresses.topicArn(topic.name())));
        declared.forEach(spec -> put(spec.topicArn(), spec.protocol(), spec.endpoint(), spec.attributes()));
        save();
    }

    synchronized String create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new QueryFault(400, "InvalidParameter", "Invalid parameter: Topic Name");
        }
        String arn = Addresses.topicArn(name);
        topicArns.add(arn);
        save();
        return arn;
    }

    synchronized Subscription subscribe(
            String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
        requireTopic(topicArn);
        if (attributes.containsKey("FilterPolicy")) {
            FilterPolicy.parse(attributes.get("FilterPolicy"));
        }
        Subscription subscription = put(topicArn, protocol, endpoint, attributes);
        save();
        return subscription;
    }

    synchronized void unsubscribe(String arn) {
        subscriptions.remove(arn);
        save();
    }

    List<String> arns() {
        return topicArns.stream().sorted().toList();
    }

    List<Subscription> subscriptions() {
        return subscriptions.values().stream()
                .sorted(java.util.Comparator.comparing(Subscription::arn))
                .toList();
    }

    List<Subscription> subscriptions(String topicArn) {
        return subscriptions().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn))
                .toList();
    }

    void requireTopic(String arn) {
        if (!topicArns.contains(arn)) {
            throw new QueryFault(404, "NotFound", "Topic does not exist");
        }
    }

    private Subscription put(String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
        UUID id = UUID.nameUUIDFromBytes((protocol + " " + endpoint).getBytes(StandardCharsets.UTF_8));
        String arn = topicArn + ":" + id;
        Subscription subscription =
                new Subscription(arn, topicArn, protocol, endpoint, new LinkedHashMap<>(attributes));
        subscriptions.put(arn, subscription);
        return subscription;
    }

    private void load(String json) {
        try {
            Saved saved = JSON.readValue(json, Saved.class);
            topicArns.addAll(saved.topicArns());
            saved.subscriptions().forEach(subscription -> subscriptions.put(subscription.arn(), subscription));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the saved topics cannot be read", e);
        }
    }

    private void save() {
        try {
            file.replace(JSON.writeValueAsString(new Saved(arns(), subscriptions())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the topics cannot be saved", e);
        }
    }

    private record Saved(List<String> topicArns, List<Subscription> subscriptions) {}
}
