package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.simulation.aws.MemoryQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An event source mapping from a queue: batches to a function, and what it did not name as failed is deleted. */
final class QueueSource {
    private static final long[] TWICE_MILLIS = {100, 20_000, 400_000};

    private final World world;
    private final MemoryQueue queue;
    private final FunctionName function;
    private int running;
    private long wakesAtMillis = Long.MAX_VALUE;

    QueueSource(World world, MemoryQueue queue, FunctionName function) {
        this.world = world;
        this.queue = queue;
        this.function = function;
    }

    MemoryQueue queue() {
        return queue;
    }

    /** Takes what is visible, as far as environments are free. */
    void look() {
        while (running < world.profile().environments()) {
            List<MemoryQueue.Received> batch = queue.receive(
                    world.profile().queueBatch(), world.scheduler().nowMillis(), world::choose);
            if (batch.isEmpty()) {
                break;
            }
            running++;
            world.invoke(function, QueueEvent.of(queue, batch), answer -> settle(batch, answer));
        }
        queue.nextVisibleAtMillis(world.scheduler().nowMillis()).ifPresent(this::wakeAt);
    }

    private void wakeAt(long millis) {
        long now = world.scheduler().nowMillis();
        if (millis > now && (millis < wakesAtMillis || wakesAtMillis <= now)) {
            wakesAtMillis = millis;
            world.scheduler().after(millis - now, this::look);
        }
    }

    private void settle(List<MemoryQueue.Received> batch, Optional<ObjectNode> answer) {
        running--;
        if (answer.isPresent() && !world.loses()) {
            Set<String> failed = new HashSet<>();
            answer.get().path("batchItemFailures").forEach(failure -> failed.add(text(failure, "itemIdentifier")));
            for (MemoryQueue.Received message : batch) {
                if (!failed.contains(message.id())
                        && queue.delete(message.receipt())
                        && !queue.isFifo()
                        && world.comesTwice()) {
                    queue.again(
                            message,
                            TWICE_MILLIS[world.choose(TWICE_MILLIS.length)],
                            world.scheduler().nowMillis());
                }
            }
        }
        look();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }
}
