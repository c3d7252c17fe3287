package dev.holdfast.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A function behind DynamoDB streams, with partial batch responses: the answer names the first record that did not get
 * through, and the stream comes again from there. Understanding a record is pure, so a record that is not understood
 * never will be: it goes whole to the dead letters, and those behind it go on.
 */
public abstract class StreamFunction<T> implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StreamFunction.class);

    private static final List<String> PARTITION_KEYS = List.of("orderId", "shelf", "sku", "entryId");

    private final Function<StreamRecord, List<T>> understanding;
    private final Delivery<T> delivery;
    private final DeadLetters deadLetters;

    /**
     * A function that relays what it understands.
     *
     * @param understanding what follows from a record, nothing for most; any exception means that it never will
     */
    protected StreamFunction(
            Function<StreamRecord, List<T>> understanding, Delivery<T> delivery, DeadLetters deadLetters) {
        this.understanding = understanding;
        this.delivery = delivery;
        this.deadLetters = deadLetters;
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        try (LogScope _ = LogScope.of(context)) {
            JsonText.write(output, answer(JsonText.read(input), Deadline.inMillis(context::getRemainingTimeInMillis)));
        }
    }

    /** The partial batch response to an event of the stream. */
    public final ObjectNode answer(JsonNode event, Deadline deadline) {
        List<JsonNode> records = new ArrayList<>();
        event.path("Records").forEach(records::add);
        List<T> messages = new ArrayList<>();
        List<Integer> recordOfMessage = new ArrayList<>();
        int understood = understand(records, messages, recordOfMessage);
        int firstFailed = Math.min(
                understood,
                failures(messages, deadline).stream()
                        .mapToInt(recordOfMessage::get)
                        .min()
                        .orElse(records.size()));
        ObjectNode answer = JsonText.object();
        ArrayNode failures = answer.putArray("batchItemFailures");
        if (firstFailed < records.size()) {
            failures.addObject().put("itemIdentifier", sequenceNumber(records.get(firstFailed)));
        }
        return answer;
    }

    /** Returns how many records, from the start, were understood or buried. */
    private int understand(List<JsonNode> records, List<T> messages, List<Integer> recordOfMessage) {
        for (int i = 0; i < records.size(); i++) {
            try (LogScope _ = LogScope.about(subject(records.get(i)))) {
                Optional<List<T>> follow = understand(records.get(i));
                if (follow.isPresent()) {
                    for (T message : follow.get()) {
                        messages.add(message);
                        recordOfMessage.add(i);
                    }
                } else if (!buried(records.get(i))) {
                    return i;
                }
            }
        }
        return records.size();
    }

    private Optional<List<T>> understand(JsonNode record) {
        try {
            return Optional.of(understanding.apply(read(record)));
        } catch (RuntimeException notUnderstood) {
            LOG.error(
                    "record {} is not understood and goes to the dead letters: {}",
                    record.path("eventID").asText(),
                    notUnderstood.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private boolean buried(JsonNode record) {
        try {
            deadLetters.bury(record.path("eventID").asText(), JsonText.write(record));
            return true;
        } catch (RuntimeException notNow) {
            LOG.warn(
                    "record {} could not be buried and comes again",
                    record.path("eventID").asText(),
                    notNow);
            return false;
        }
    }

    private Set<Integer> failures(List<T> messages, Deadline deadline) {
        if (messages.isEmpty()) {
            return Set.of();
        }
        try {
            return delivery.deliver(List.copyOf(messages), deadline);
        } catch (RuntimeException fault) {
            LOG.error("{} messages could not be delivered and come again", messages.size(), fault);
            return Set.copyOf(IntStream.range(0, messages.size()).boxed().toList());
        }
    }

    /** The order, SKU or entry that the record is of: its partition key without its shard, whatever its table calls it. */
    private static String subject(JsonNode record) {
        JsonNode keys = record.path("dynamodb").path("Keys");
        return PARTITION_KEYS.stream()
                .map(key -> keys.path(key).path("S").asText().split("#", 2)[0])
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseGet(() -> record.path("eventID").asText());
    }

    private static StreamRecord read(JsonNode record) {
        JsonNode change = record.path("dynamodb");
        return new StreamRecord(
                table(record.path("eventSourceARN").asText()),
                record.path("eventID").asText(),
                StreamRecord.Kind.valueOf(record.path("eventName").asText()),
                sequenceNumber(record),
                StreamImage.read(change.path("Keys")),
                image(change.path("OldImage")),
                image(change.path("NewImage")));
    }

    private static Optional<Map<String, AttributeValue>> image(JsonNode image) {
        return image.isObject() ? Optional.of(StreamImage.read(image)) : Optional.empty();
    }

    private static String sequenceNumber(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    /** {@code arn:aws:dynamodb:region:account:table/NAME/stream/time}. */
    private static String table(String streamArn) {
        String[] parts = streamArn.split("/", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException("the stream's ARN names no table");
        }
        return parts[1];
    }
}
