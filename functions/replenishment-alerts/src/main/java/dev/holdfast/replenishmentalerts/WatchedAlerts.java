package dev.holdfast.replenishmentalerts;

import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.domain.AlertState;
import dev.holdfast.replenishment.port.Alerts;
import java.util.Map;
import java.util.Optional;

/** Counts the alerts that are raised. A crossing that comes again finds the state moved on and raises none. */
final class WatchedAlerts implements Alerts {
    private final Alerts alerts;
    private final Metrics metrics;

    WatchedAlerts(Alerts alerts, Metrics metrics) {
        this.alerts = alerts;
        this.metrics = metrics;
    }

    @Override
    public Optional<AlertState> state(Sku sku) {
        return alerts.state(sku);
    }

    @Override
    public Outcome save(Sku sku, Optional<AlertState> before, AlertState after, Optional<Alert> alert) {
        Outcome outcome = alerts.save(sku, before, after, alert);
        if (outcome == Outcome.SAVED && alert.isPresent()) {
            metrics.count(Metric.ALERTS_RAISED, Map.of("correlationId", sku.value()));
        }
        return outcome;
    }
}
