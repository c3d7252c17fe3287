package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.simulation.aws.StreamLog;
import dev.holdfast.simulation.engine.Violation;
import java.util.List;
import java.util.Optional;

/** An event source mapping from one shard of a stream: in order, again from the first record that failed. */
final class StreamSource {
    private static final long AGAIN_MILLIS = 400;
    private static final int ATTEMPTS_MAX = 50;

    private final World world;
    private final StreamLog log;
    private final int shard;
    private final FunctionName function;
    private int next;
    private int attempts;
    private int most = Integer.MAX_VALUE;
    private boolean running;
    private boolean coming;

    StreamSource(World world, StreamLog log, int shard, FunctionName function) {
        this.world = world;
        this.log = log;
        this.shard = shard;
        this.function = function;
    }

    boolean isDone() {
        return next == log.shard(shard).size();
    }

    /** Something has come to its shard. */
    void come() {
        if (!coming) {
            coming = true;
            world.scheduler().after(0, () -> {
                coming = false;
                look();
            });
        }
    }

    /** Hands over what has come, unless a batch is on its way. */
    private void look() {
        List<ObjectNode> records = log.shard(shard);
        if (running || next == records.size()) {
            return;
        }
        running = true;
        int end = Math.min(records.size(), next + Math.min(most, world.profile().streamBatch()));
        List<ObjectNode> batch = List.copyOf(records.subList(next, end));
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode all = event.putArray("Records");
        batch.forEach(all::add);
        world.invoke(function, event, answer -> settle(batch, answer));
    }

    private void settle(List<ObjectNode> batch, Optional<ObjectNode> answer) {
        running = false;
        int done = world.loses() ? 0 : done(batch, answer);
        if (done > 0 && world.comesTwice()) {
            done = 0;
        }
        next += done;
        attempts = done == 0 ? attempts + 1 : 0;
        // Bisected while it fails.
        most = done == 0 ? Math.max(1, batch.size() / 2) : Integer.MAX_VALUE;
        Violation.unless(attempts < ATTEMPTS_MAX, "I14", () -> "a record of " + function + " is given up");
        if (done == 0) {
            world.scheduler().after(AGAIN_MILLIS, this::look);
        } else {
            look();
        }
    }

    private static int done(List<ObjectNode> batch, Optional<ObjectNode> answer) {
        if (answer.isEmpty()) {
            return 0;
        }
        JsonNode failures = answer.get().path("batchItemFailures");
        if (!failures.isEmpty()) {
            String failed = failures.get(0).path("itemIdentifier").asText();
            for (int i = 0; i < batch.size(); i++) {
                if (number(batch.get(i)).equals(failed)) {
                    return i;
                }
            }
        }
        return batch.size();
    }

    private static String number(ObjectNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }
}
