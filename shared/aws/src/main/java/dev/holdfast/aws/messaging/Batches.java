package dev.holdfast.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Positions of messages, in order, in batches that one call takes: ten entries, 256 KiB together. */
final class Batches {
    private static final int ENTRIES_MAX = 10;
    private static final int BYTES_MAX = 262_144;
    /** For attributes, subject and the rest of an entry. */
    private static final int BYTES_PER_ENTRY = 1_024;

    private Batches() {}

    static <T> List<List<Integer>> of(List<T> messages, Function<T, String> body) {
        return of(messages, body, message -> Optional.empty());
    }

    /** As {@link #of(List, Function)}, each group at most once in a batch. */
    static <T> List<List<Integer>> of(List<T> messages, Function<T, String> body, Function<T, Optional<String>> group) {
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        int bytes = 0;
        for (int i = 0; i < messages.size(); i++) {
            Optional<String> mine = group.apply(messages.get(i));
            int size = body.apply(messages.get(i)).getBytes(StandardCharsets.UTF_8).length + BYTES_PER_ENTRY;
            if (batch.size() == ENTRIES_MAX
                    || (!batch.isEmpty() && bytes + size > BYTES_MAX)
                    || mine.filter(groups::contains).isPresent()) {
                batches.add(List.copyOf(batch));
                batch.clear();
                groups.clear();
                bytes = 0;
            }
            batch.add(i);
            mine.ifPresent(groups::add);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
