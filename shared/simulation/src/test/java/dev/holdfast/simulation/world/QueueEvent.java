package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.simulation.aws.MemoryQueue;
import java.util.List;

/** Messages as Lambda hands them over. */
public final class QueueEvent {
    private QueueEvent() {}

    /** A batch of this queue. */
    public static ObjectNode of(MemoryQueue queue, List<MemoryQueue.Received> batch) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        for (MemoryQueue.Received message : batch) {
            ObjectNode record = records.addObject()
                    .put("messageId", message.id())
                    .put("receiptHandle", message.receipt())
                    .put("body", message.body())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", "arn:aws:sqs:eu-central-1:0:" + queue.url());
            ObjectNode attributes =
                    record.putObject("attributes").put("ApproximateReceiveCount", Integer.toString(message.receives()));
            if (message.group() != null) {
                attributes.put("MessageGroupId", message.group());
            }
        }
        return event;
    }
}
