package dev.holdfast.local.cloud.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.store.AppendLog;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was published and mailed, for people and for checks: {@code GET /_aws/sns}, {@code GET /_aws/ses}. */
final class ReadBack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    private final AppendLog published;
    private final AppendLog mailed;

    ReadBack(AppendLog published, AppendLog mailed) {
        this.published = published;
        this.mailed = mailed;
    }

    /**
     * Published messages, each with its {@code sequence}; {@code topic} selects by name or ARN, {@code after} skips up to
     * a sequence, {@code limit} bounds the page. {@code next} is where the next page begins, absent on the last.
     */
    ObjectNode published(Map<String, String> query) {
        String topic = query.getOrDefault("topic", "");
        int limit = limit(query, PAGE);
        List<AppendLog.Entry> entries = published.after(after(query), limit, ofTopic(topic));
        ObjectNode page = JSON.createObjectNode();
        ArrayNode messages = page.putArray("messages");
        for (AppendLog.Entry entry : entries) {
            ObjectNode message = messages.addObject().put("sequence", entry.position());
            message.setAll((ObjectNode) entry.document());
        }
        if (entries.size() == limit) {
            page.put("next", entries.getLast().position());
        }
        return page;
    }

    /** Sent e-mail; {@code email} selects by sender, {@code to} by recipient. */
    ObjectNode mailed(Map<String, String> query) {
        String sender = query.getOrDefault("email", "");
        String recipient = query.getOrDefault("to", "");
        ObjectNode page = JSON.createObjectNode();
        ArrayNode messages = page.putArray("messages");
        mailed.after(
                        after(query),
                        limit(query, Integer.MAX_VALUE),
                        email -> (sender.isEmpty()
                                        || email.path("Source").asText().equals(sender))
                                && (recipient.isEmpty() || isTo(email, recipient)))
                .forEach(entry -> messages.add(entry.document()));
        return page;
    }

    private static Predicate<JsonNode> ofTopic(String topic) {
        return message -> {
            String arn = message.path("topicArn").asText();
            return topic.isEmpty() || arn.equals(topic) || arn.endsWith(":" + topic);
        };
    }

    private static boolean isTo(JsonNode email, String recipient) {
        for (JsonNode address : email.path("Destination").path("ToAddresses")) {
            if (address.asText().equals(recipient)) {
                return true;
            }
        }
        return false;
    }

    private static long after(Map<String, String> query) {
        return number(query.getOrDefault("after", "0"));
    }

    private static int limit(Map<String, String> query, int otherwise) {
        String limit = query.get("limit");
        return limit == null ? otherwise : Math.clamp(number(limit), 1, otherwise);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
