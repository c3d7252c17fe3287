package dev.holdfast.local.cloud.template;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What invokes a function. */
public sealed interface EventSource {

    /** A route of the REST API; the method is {@code ANY} or an HTTP method. */
    record Api(String method, String path) implements EventSource {}

    /** A queue that is polled. */
    record Queue(String queue, int batchSize, Duration window, int maximumConcurrency, boolean partialResponse)
            implements EventSource {}

    /**
     * A table's stream that is read in order. A negative {@code maximumRetries} means for ever; where {@code eventNames}
     * is not empty, records of other kinds are left out.
     */
    record Stream(
            String table,
            boolean fromTheBeginning,
            Set<String> eventNames,
            int batchSize,
            Duration window,
            boolean bisect,
            int maximumRetries,
            boolean partialResponse,
            @Nullable String onFailureQueue)
            implements EventSource {}

    /** A rule that fires at a fixed rate. */
    record Schedule(String rule, Duration every, @Nullable String input) implements EventSource {}
}
