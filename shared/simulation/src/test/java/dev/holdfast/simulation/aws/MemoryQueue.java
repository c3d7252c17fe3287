package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One queue. A message that is received is hidden for a while, and comes again unless it is deleted under the receipt
 * of its last receipt; one that was received too often goes to the dead letters. On a FIFO queue a group waits for its
 * front, and a deduplication id counts once in five minutes.
 */
public final class MemoryQueue {
    private static final long DEDUPLICATION_MILLIS = 5 * 60_000L;

    private final String url;
    private final Settings settings;
    private final List<Held> messages = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final List<Sent> everything = new ArrayList<>();
    private int sent;
    private int receipts;

    /**
     * What the template says of a queue.
     *
     * @param receivesMax empty where there are no dead letters
     */
    public record Settings(long visibilityMillis, Optional<Integer> receivesMax, Optional<MemoryQueue> deadLetters) {}

    /** A message as sent. */
    public record Sent(
            String body, @Nullable String group, @Nullable String deduplicationId, long delayMillis) {}

    /** A message as received. */
    public record Received(
            String id,
            String receipt,
            String body,
            @Nullable String group,
            int receives) {}

    private static final class Held {
        private final String id;
        private final Sent sent;
        private long visibleAtMillis;
        private int receives;
        private String receipt = "";

        Held(String id, Sent sent, long visibleAtMillis) {
            this.id = id;
            this.sent = sent;
            this.visibleAtMillis = visibleAtMillis;
        }
    }

    public MemoryQueue(String url, Settings settings) {
        this.url = url;
        this.settings = settings;
    }

    public String url() {
        return url;
    }

    public boolean isFifo() {
        return url.endsWith(".fifo");
    }

    /** Everything that was ever sent, for redrives. */
    public List<Sent> everything() {
        return everything;
    }

    /** Takes a message; answers its id. */
    public String send(Sent message, long nowMillis) {
        String id = "m" + ++sent;
        if (message.deduplicationId != null) {
            Long before = seen.get(message.deduplicationId);
            if (before != null && nowMillis - before < DEDUPLICATION_MILLIS) {
                return id;
            }
            seen.put(message.deduplicationId, nowMillis);
        }
        everything.add(message);
        messages.add(new Held(id, message, nowMillis + message.delayMillis));
        return id;
    }

    /** Up to so many visible messages; which comes next is chosen among those that may. */
    public List<Received> receive(int most, long nowMillis, IntUnaryOperator choice) {
        List<Received> batch = new ArrayList<>();
        while (batch.size() < most) {
            List<Held> visible = visible(nowMillis, batch);
            if (visible.isEmpty()) {
                break;
            }
            Held next = visible.get(isFifo() || visible.size() == 1 ? 0 : choice.applyAsInt(visible.size()));
            if (settings.receivesMax.isPresent() && next.receives >= settings.receivesMax.get()) {
                messages.remove(next);
                settings.deadLetters.ifPresent(letters -> letters.send(next.sent, nowMillis));
                continue;
            }
            next.receives++;
            next.receipt = next.id + "/" + ++receipts;
            next.visibleAtMillis = nowMillis + settings.visibilityMillis;
            batch.add(new Received(next.id, next.receipt, next.sent.body, next.sent.group, next.receives));
        }
        return batch;
    }

    /** On a FIFO queue a group is closed while one of its messages is in flight elsewhere. */
    private List<Held> visible(long nowMillis, List<Received> batch) {
        List<Held> visible = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        for (Held message : messages) {
            boolean ours = batch.stream().anyMatch(mine -> mine.receipt.equals(message.receipt));
            boolean free = message.visibleAtMillis <= nowMillis && !ours;
            String group = message.sent.group;
            if (free && (group == null || !closed.contains(group))) {
                visible.add(message);
            } else if (!free && !ours && isFifo() && group != null) {
                closed.add(group);
            }
        }
        return visible;
    }

    /** Deletes what was received under this receipt, unless it was received again since. */
    public boolean delete(String receipt) {
        return messages.removeIf(message -> message.receipt.equals(receipt));
    }

    /** Makes it visible so long from now, unless it was received again since. */
    public boolean hide(String receipt, long millis, long nowMillis) {
        for (Held message : messages) {
            if (message.receipt.equals(receipt)) {
                message.visibleAtMillis = nowMillis + millis;
                return true;
            }
        }
        return false;
    }

    /** A copy of what was deleted comes once more, as standard queues may do. */
    public void again(Received received, long delayMillis, long nowMillis) {
        messages.add(new Held(
                received.id, new Sent(received.body, received.group, null, delayMillis), nowMillis + delayMillis));
    }

    /** When the next message that is hidden now comes to light, if there is one. */
    public Optional<Long> nextVisibleAtMillis(long nowMillis) {
        return messages.stream()
                .map(message -> message.visibleAtMillis)
                .filter(at -> at > nowMillis)
                .min(Long::compare);
    }

    public int size() {
        return messages.size();
    }

    /** Bodies of what is in the queue. */
    public List<String> bodies() {
        return messages.stream().map(message -> message.sent.body).toList();
    }
}
