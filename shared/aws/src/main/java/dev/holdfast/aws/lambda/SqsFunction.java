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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function behind a queue, with partial batch responses.
 *
 * <p>A message that cannot be read is buried where the function has dead letters of its own, and fails alone where it
 * has not, until its queue gives it up; its neighbours go on. On a FIFO queue what follows a failed message in its group
 * fails with it, and is not worked on when the failed one could not be read.
 */
public abstract class SqsFunction<T> implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SqsFunction.class);

    private final Function<String, T> reading;
    private final MessageWork<T> work;
    private final InstantSource clock;
    private final Optional<DeadLetters> deadLetters;

    /**
     * A function that has no dead letters of its own.
     *
     * @param reading of a body; any exception means that it cannot be read, now or later
     */
    protected SqsFunction(Function<String, T> reading, MessageWork<T> work, InstantSource clock) {
        this(reading, work, clock, Optional.empty());
    }

    /** As the other, where what cannot be read is buried at once. */
    protected SqsFunction(
            Function<String, T> reading, MessageWork<T> work, InstantSource clock, Optional<DeadLetters> deadLetters) {
        this.reading = reading;
        this.work = work;
        this.clock = clock;
        this.deadLetters = deadLetters;
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        try (LogScope _ = LogScope.of(context)) {
            JsonText.write(output, answer(JsonText.read(input), Deadline.inMillis(context::getRemainingTimeInMillis)));
        }
    }

    /** The partial batch response to an event of the queue. */
    public final ObjectNode answer(JsonNode event, Deadline deadline) {
        List<JsonNode> records = new ArrayList<>();
        event.path("Records").forEach(records::add);
        Set<String> failed = new LinkedHashSet<>();
        List<Message<T>> batch = read(records, failed);
        if (!batch.isEmpty()) {
            failed.addAll(handle(batch, deadline));
        }
        ObjectNode answer = JsonText.object();
        ArrayNode failures = answer.putArray("batchItemFailures");
        withFollowers(records, failed).forEach(id -> failures.addObject().put("itemIdentifier", id));
        return answer;
    }

    private List<Message<T>> read(List<JsonNode> records, Set<String> failed) {
        List<Message<T>> batch = new ArrayList<>();
        Set<String> stoppedGroups = new HashSet<>();
        for (JsonNode record : records) {
            String id = record.path("messageId").asText();
            Optional<String> group = group(record);
            if (group.filter(stoppedGroups::contains).isPresent()) {
                failed.add(id);
                continue;
            }
            try {
                batch.add(new Message<>(
                        id,
                        record.path("receiptHandle").asText(),
                        record.path("attributes")
                                .path("ApproximateReceiveCount")
                                .asInt(1),
                        reading.apply(record.path("body").asText())));
            } catch (RuntimeException unreadable) {
                LOG.warn(
                        "message {} cannot be read: {}",
                        id,
                        unreadable.getClass().getSimpleName());
                if (!buried(id, record.path("body").asText())) {
                    failed.add(id);
                    group.ifPresent(stoppedGroups::add);
                }
            }
        }
        return batch;
    }

    private boolean buried(String id, String body) {
        if (deadLetters.isEmpty()) {
            return false;
        }
        try {
            deadLetters.get().bury(id, body);
            return true;
        } catch (RuntimeException notNow) {
            LOG.warn("message {} could not be buried and comes again", id, notNow);
            return false;
        }
    }

    private Set<String> handle(List<Message<T>> batch, Deadline deadline) {
        try {
            return work.handle(batch, clock.instant(), deadline);
        } catch (RuntimeException fault) {
            LOG.error("a batch of {} messages failed and comes again", batch.size(), fault);
            Set<String> all = new LinkedHashSet<>();
            batch.forEach(message -> all.add(message.id()));
            return all;
        }
    }

    private static Set<String> withFollowers(List<JsonNode> records, Set<String> failed) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> stoppedGroups = new HashSet<>();
        for (JsonNode record : records) {
            String id = record.path("messageId").asText();
            Optional<String> group = group(record);
            if (failed.contains(id) || group.filter(stoppedGroups::contains).isPresent()) {
                all.add(id);
                group.ifPresent(stoppedGroups::add);
            }
        }
        return all;
    }

    private static Optional<String> group(JsonNode record) {
        JsonNode group = record.path("attributes").path("MessageGroupId");
        return group.isTextual() && record.path("eventSourceARN").asText().endsWith(".fifo")
                ? Optional.of(group.textValue())
                : Optional.empty();
    }
}
