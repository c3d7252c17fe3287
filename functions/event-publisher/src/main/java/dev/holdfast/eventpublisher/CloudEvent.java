package dev.holdfast.eventpublisher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.messaging.TopicMessage;
import java.util.Map;
import java.util.Optional;

/** The envelope of everything published: CloudEvents 1.0 in JSON; the type is also an attribute to filter by. */
final class CloudEvent {
    private static final String SOURCE = "/holdfast";
    private static final int SUBJECT_MAX = 100;

    private CloudEvent() {}

    static TopicMessage of(Event event, ObjectNode data, Optional<String> emailSubject) {
        ObjectNode json = JsonText.object()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", SOURCE)
                .put("type", event.type())
                .put("subject", event.subject())
                .put("time", event.at().toString())
                .put("datacontenttype", "application/json")
                .put("dataschema", "/schemas/" + event.type() + ".schema.json");
        json.set("data", data);
        return new TopicMessage(
                JsonText.write(json), emailSubject.map(CloudEvent::shortened), Map.of("type", event.type()));
    }

    private static String shortened(String text) {
        return text.length() <= SUBJECT_MAX ? text : text.substring(0, SUBJECT_MAX - 3) + "...";
    }
}
