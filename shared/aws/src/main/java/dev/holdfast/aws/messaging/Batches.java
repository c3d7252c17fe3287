package dev.holdfast.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Positions of messages, in order, in batches that one call takes: ten entries, 256 KiB together. */
final class Batches {
    private static final int ENTRIES_MAX = 10;
    private static final int BYTES_MAX = 262_144;
    /** For attributes, subject and the rest of an entry. */
    private static final int BYTES_PER_ENTRY = 1_024;

    private Batches() {}

    static <T> List<List<Integer>> of(List<T> messages, Function<T, String> body) {
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < messages.size(); i++) {
            int size = body.apply(messages.get(i)).getBytes(StandardCharsets.UTF_8).length + BYTES_PER_ENTRY;
            if (batch.size() == ENTRIES_MAX || (!batch.isEmpty() && bytes + size > BYTES_MAX)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(i);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
