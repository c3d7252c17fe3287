package dev.holdfast.replenishmentalerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.domain.AlertState;
import dev.holdfast.replenishment.port.Alerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedAlertsTest {
    private static final Sku MUG = new Sku("MUG");
    private static final Alert ALERT =
            new Alert(MUG, 1, 2, 3, 0, 0, 5, 17, Optional.empty(), Instant.parse("2026-11-24T10:00:00Z"));

    private final List<Map<Metric, Long>> told = new ArrayList<>();

    private void save(Alerts.Outcome outcome, Optional<Alert> alert) {
        Alerts alerts = new WatchedAlerts(
                new Alerts() {
                    @Override
                    public Optional<AlertState> state(Sku sku) {
                        return Optional.empty();
                    }

                    @Override
                    public Outcome save(
                            Sku sku, Optional<AlertState> before, AlertState after, Optional<Alert> raised) {
                        return outcome;
                    }
                },
                (values, _) -> told.add(values));
        assertThat(alerts.save(MUG, alerts.state(MUG), AlertState.newborn(), alert))
                .isEqualTo(outcome);
    }

    @Test
    void an_alert_counts_when_it_is_committed() {
        save(Alerts.Outcome.SAVED, Optional.of(ALERT));
        assertThat(told).containsExactly(Map.of(Metric.ALERTS_RAISED, 1L));
    }

    @Test
    void a_move_without_an_alert_and_an_alert_that_is_not_known_to_be_written_count_nothing() {
        save(Alerts.Outcome.SAVED, Optional.empty());
        save(Alerts.Outcome.OVERTAKEN, Optional.of(ALERT));
        save(Alerts.Outcome.BUSY, Optional.of(ALERT));
        save(Alerts.Outcome.UNKNOWN, Optional.of(ALERT));
        assertThat(told).isEmpty();
    }
}
