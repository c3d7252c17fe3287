package dev.holdfast.replenishment.application;

import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.StockLevel;
import dev.holdfast.replenishment.domain.AlertDecision;
import dev.holdfast.replenishment.domain.AlertDecision.Fire;
import dev.holdfast.replenishment.domain.AlertDecision.Skip;
import dev.holdfast.replenishment.domain.AlertState;
import dev.holdfast.replenishment.port.Alerts;
import dev.holdfast.replenishment.port.ReorderPolicies;
import java.time.Instant;
import java.util.Optional;

/** Looks at stock changes and raises an alert for every downward crossing, once. */
public final class WatchStock {
    private static final int TRIES_MAX = 3;

    private final Alerts alerts;
    private final ReorderPolicies policies;

    public WatchStock(Alerts alerts, ReorderPolicies policies) {
        this.alerts = alerts;
        this.policies = policies;
    }

    /**
     * Looks at one change. Changes of one SKU come in the order of their version, and none before the one ahead of it is
     * done: a later one would make it count for nothing.
     *
     * @return whether it is done; otherwise it is to come again
     */
    public boolean look(Crossing change, Instant now) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<AlertState> stored = alerts.state(change.sku());
            AlertState before = stored.orElse(AlertState.newborn());
            AlertDecision decision = AlertState.decide(change, before);
            if (decision instanceof Skip) {
                return true;
            }
            AlertState after = AlertState.evolve(before, decision);
            Invariant.check(after.lastVersion() > before.lastVersion(), "an alert's version rises");
            switch (alerts.save(change.sku(), stored, after, alert(change, decision, now))) {
                case SAVED -> {
                    return true;
                }
                case BUSY, UNKNOWN -> {
                    return false;
                }
                case OVERTAKEN -> {}
            }
        }
        return false;
    }

    private Optional<Alert> alert(Crossing change, AlertDecision decision, Instant now) {
        return decision instanceof Fire(long version, long epoch)
                ? Optional.of(raise(change, policy(change.sku()), version, epoch, now))
                : Optional.empty();
    }

    private ReorderPolicy policy(Sku sku) {
        return policies.find(sku)
                .orElseThrow(() -> new Invariant.Broken("a SKU with thresholds has a policy"))
                .policy();
    }

    private static Alert raise(Crossing change, ReorderPolicy policy, long version, long epoch, Instant now) {
        StockLevel level = change.level();
        return new Alert(
                change.sku(),
                epoch,
                version,
                level.available(),
                level.onOrder(),
                level.waiting(),
                level.thresholds().orElseThrow().reorderPoint(),
                policy.suggestedQuantity(level.position()),
                policy.supplier(),
                now);
    }
}
