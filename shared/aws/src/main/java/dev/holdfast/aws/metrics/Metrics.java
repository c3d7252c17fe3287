package dev.holdfast.aws.metrics;

import java.util.Map;

/** Driven port: where measurements go. They are told after the fact and decide nothing. */
@FunctionalInterface
public interface Metrics {
    /**
     * Tells these values.
     *
     * @param about what they are of, by name: ids and SKUs only, to be found in the log; no dimensions
     */
    void tell(Map<Metric, Long> values, Map<String, String> about);

    /** One more. */
    default void count(Metric metric, Map<String, String> about) {
        tell(Map.of(metric, 1L), about);
    }

    /** Where nobody listens. */
    static Metrics untold() {
        return (_, _) -> {};
    }
}
