package dev.holdfast.aws.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {
    private final List<String> log = new ArrayList<>();
    private final Metrics metrics =
            new EmbeddedMetrics("staging", () -> Instant.parse("2026-11-24T10:00:00Z"), log::add);

    @Test
    void values_are_told_in_one_line_with_the_stage_as_their_only_dimension() {
        metrics.tell(
                Map.of(Metric.DECISION_LATENCY, 250L, Metric.ORDERS_RESERVED, 1L), Map.of("correlationId", "ord_1"));
        assertThat(log)
                .containsExactly("{\"_aws\":{\"Timestamp\":1795514400000,\"CloudWatchMetrics\":[{"
                        + "\"Namespace\":\"Holdfast\",\"Dimensions\":[[\"Stage\"]],\"Metrics\":["
                        + "{\"Name\":\"OrdersReserved\",\"Unit\":\"Count\"},"
                        + "{\"Name\":\"DecisionLatency\",\"Unit\":\"Milliseconds\"}]}]},"
                        + "\"Stage\":\"staging\",\"OrdersReserved\":1,\"DecisionLatency\":250,"
                        + "\"correlationId\":\"ord_1\"}");
    }

    @Test
    void what_comes_from_outside_breaks_no_line() {
        metrics.count(Metric.ALERTS_RAISED, Map.of("correlationId", "A\n{\"forged\": 1}"));
        assertThat(log.getFirst()).doesNotContain("\n").contains("A\\n{\\\"forged\\\": 1}");
    }
}
