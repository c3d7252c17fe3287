package dev.holdfast.local.cloud.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads {@code {"batchItemFailures": [{"itemIdentifier": …}]}}. */
final class PartialResponse {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PartialResponse() {}

    /**
     * The identifiers that the function gave back. An answer that names something else than the batch's own
     * identifiers, or cannot be read, gives the whole batch back; an empty one gives back nothing.
     */
    static Set<String> failures(byte[] response, Set<String> batch) {
        if (response.length == 0) {
            return Set.of();
        }
        Set<String> failures = new LinkedHashSet<>();
        try {
            JsonNode items = JSON.readTree(response).path("batchItemFailures");
            for (JsonNode item : items) {
                String identifier = item.path("itemIdentifier").asText("");
                if (!batch.contains(identifier)) {
                    return batch;
                }
                failures.add(identifier);
            }
            return failures;
        } catch (IOException e) {
            return batch;
        }
    }
}
