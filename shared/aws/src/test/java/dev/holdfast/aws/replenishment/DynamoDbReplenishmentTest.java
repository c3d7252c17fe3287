package dev.holdfast.aws.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.aws.item.Item;
import dev.holdfast.aws.item.ItemSize;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Alert;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.ReorderPolicy;
import dev.holdfast.replenishment.StockLevel;
import dev.holdfast.replenishment.application.SetReorderPolicy;
import dev.holdfast.replenishment.application.SetReorderPolicy.Outcome;
import dev.holdfast.replenishment.application.WatchStock;
import dev.holdfast.replenishment.domain.AlertState;
import dev.holdfast.replenishment.port.Alerts;
import dev.holdfast.replenishment.port.PolicyCommits;
import dev.holdfast.replenishment.port.ReorderPolicies.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Contract({"StockTable", "ReplenishmentTable"})
class DynamoDbReplenishmentTest {
    private static final Sku SKU = new Sku("85123A");
    private static final Actor BUYER = new Actor("buyer");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final ReorderPolicy TEN = new ReorderPolicy(10, 100, 5, Optional.of("Acme"));
    private static final ReorderPolicy TWENTY = new ReorderPolicy(20, 100, 0, Optional.empty());

    private final Tables tables;
    private final DynamoDbReorderPolicies policies;
    private final DynamoDbPolicyCommits commits;
    private final DynamoDbAlerts alerts;
    private final SetReorderPolicy setting;
    private final WatchStock watch;

    DynamoDbReplenishmentTest(Tables tables) {
        this.tables = tables;
        this.policies = new DynamoDbReorderPolicies(tables.client(), "ReplenishmentTable");
        this.commits = new DynamoDbPolicyCommits(tables.client(), "ReplenishmentTable", "StockTable");
        this.alerts = new DynamoDbAlerts(tables.client(), "ReplenishmentTable");
        this.setting = new SetReorderPolicy(policies, commits, tries -> {});
        this.watch = new WatchStock(alerts, policies);
    }

    @BeforeEach
    void a_sku_with_eight_units() {
        tables.put("StockTable", "shelf", "85123A#00", "item", "STOCK", "version", 4, "a#MAIN", 8);
    }

    private Item stock() {
        return new Item(tables.get("StockTable", "shelf", "85123A#00", "item", "STOCK"));
    }

    private List<Alert> raised() {
        return tables.all("ReplenishmentTable").stream()
                .flatMap(item -> AlertRecord.decode(item).stream())
                .toList();
    }

    private Outcome set(ReorderPolicy policy) {
        return setting.set(SKU, policy, Optional.empty(), BUYER, NOW);
    }

    private Outcome setAt(int second, ReorderPolicy policy) {
        return setting.set(SKU, policy, Optional.empty(), BUYER, NOW.plusSeconds(second));
    }

    private Outcome replace(ReorderPolicy policy, long expected) {
        return setting.set(SKU, policy, Optional.of(version -> version == expected), BUYER, NOW);
    }

    /** What the relay makes of the stock item now, as against no item before. */
    private Crossing crossing() {
        return CrossingMessage.between(Optional.empty(), stock().attributes()).orElseThrow();
    }

    private Crossing at(long version, long available) {
        return new Crossing(
                SKU, version, new StockLevel(available, 0, 0, Optional.of(TEN.thresholds())), Optional.empty());
    }

    @Test
    void a_policy_is_written_together_with_the_thresholds_of_its_stock() {
        assertThat(set(TEN)).isEqualTo(new Outcome.Created(new Stored(TEN, 1)));
        assertThat(policies.find(SKU)).contains(new Stored(TEN, 1));
        assertThat(stock().number("reorderPoint")).isEqualTo(10);
        assertThat(stock().number("rearmAbove")).isEqualTo(15);
        assertThat(stock().number("version")).isEqualTo(5);
        assertThat(stock().number("a#MAIN")).isEqualTo(8);
    }

    @Test
    void the_same_policy_again_changes_nothing() {
        set(TEN);
        assertThat(set(TEN)).isEqualTo(new Outcome.Unchanged(new Stored(TEN, 1)));
        assertThat(stock().number("version")).isEqualTo(5);
    }

    @Test
    void replacing_needs_the_current_version() {
        assertThat(replace(TEN, 1)).isEqualTo(new Outcome.Stale());
        set(TEN);
        assertThat(set(TWENTY)).isEqualTo(new Outcome.PreconditionMissing());
        assertThat(replace(TWENTY, 2)).isEqualTo(new Outcome.Stale());
        assertThat(replace(TWENTY, 1)).isEqualTo(new Outcome.Replaced(new Stored(TWENTY, 2)));
        assertThat(stock().number("rearmAbove")).isEqualTo(20);
        assertThat(replace(TEN, 1)).isEqualTo(new Outcome.Stale());
    }

    @Test
    void a_sku_that_nobody_registered_gets_no_policy() {
        Sku unknown = new Sku("NOBODY");
        assertThat(setting.set(unknown, TEN, Optional.empty(), BUYER, NOW)).isEqualTo(new Outcome.NoSuchSku());
        assertThat(policies.find(unknown)).isEmpty();
        assertThat(tables.all("StockTable")).hasSize(1);
    }

    @Test
    void a_write_whose_answer_was_lost_is_recognised_as_our_own() {
        assertThat(commits.save(SKU, TEN, 0, BUYER, NOW)).isEqualTo(PolicyCommits.Outcome.SAVED);
        assertThat(commits.save(SKU, TEN, 0, BUYER, NOW)).isEqualTo(PolicyCommits.Outcome.SAVED);
        assertThat(stock().number("version")).isEqualTo(5);
        assertThat(commits.save(SKU, TWENTY, 0, BUYER, NOW)).isEqualTo(PolicyCommits.Outcome.OVERTAKEN);
    }

    @Test
    void two_who_set_it_at_once_make_one_policy() throws InterruptedException, ExecutionException {
        List<Callable<Outcome>> both =
                List.of(() -> setAt(1, TEN), () -> setAt(2, TWENTY), () -> setAt(3, TEN), () -> setAt(4, TWENTY));
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Outcome> outcome : pool.invokeAll(both)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).filteredOn(Outcome.Created.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Unchanged.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.PreconditionMissing.class::isInstance)
                .hasSize(2);
        assertThat(stock().number("version")).isEqualTo(5);
    }

    @Test
    void a_policy_set_while_the_sku_is_already_there_alerts_at_once() {
        set(TEN);
        assertThat(watch.look(crossing(), NOW)).isTrue();
        assertThat(raised()).containsExactly(new Alert(SKU, 1, 5, 8, 0, 0, 10, 92, Optional.of("Acme"), NOW));
        assertThat(alerts.state(SKU)).contains(new AlertState.Fired(1, 5));
    }

    @Test
    void a_crossing_alerts_once_however_often_it_comes() {
        set(TEN);
        for (int again = 0; again < 3; again++) {
            assertThat(watch.look(at(5, 8), NOW.plusSeconds(again))).isTrue();
        }
        assertThat(raised()).hasSize(1);
        watch.look(at(6, 16), NOW);
        watch.look(at(7, 3), NOW);
        watch.look(at(6, 16), NOW);
        assertThat(raised()).extracting(Alert::epoch).containsExactly(1L, 2L);
        assertThat(alerts.state(SKU)).contains(new AlertState.Fired(2, 7));
    }

    @Test
    void a_move_whose_answer_was_lost_is_recognised_as_our_own() {
        Optional<Alert> alert = Optional.of(new Alert(SKU, 1, 5, 8, 0, 0, 10, 92, Optional.empty(), NOW));
        AlertState fired = new AlertState.Fired(1, 5);
        assertThat(alerts.save(SKU, Optional.empty(), fired, alert)).isEqualTo(Alerts.Outcome.SAVED);
        assertThat(alerts.save(SKU, Optional.empty(), fired, alert)).isEqualTo(Alerts.Outcome.SAVED);
        assertThat(alerts.save(SKU, Optional.empty(), new AlertState.Armed(0, 6), Optional.empty()))
                .isEqualTo(Alerts.Outcome.OVERTAKEN);
        assertThat(alerts.save(SKU, Optional.of(fired), new AlertState.Armed(1, 6), Optional.empty()))
                .isEqualTo(Alerts.Outcome.SAVED);
    }

    @Test
    void two_handlers_on_one_crossing_raise_one_alert() throws InterruptedException, ExecutionException {
        set(TEN);
        List<Callable<Boolean>> both = List.of(() -> watch.look(at(5, 8), NOW), () -> watch.look(at(5, 8), NOW));
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : pool.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(raised()).hasSize(1);
    }

    @Test
    void what_is_written_costs_what_the_adapters_say() {
        ReorderPolicy widest = new ReorderPolicy(
                Limits.QUANTITY_MAX,
                Limits.QUANTITY_MAX,
                Limits.QUANTITY_MAX,
                Optional.of("é".repeat(Limits.TEXT_MAX)));
        Actor longest = new Actor("x".repeat(64));
        Map<String, AttributeValue> policy =
                PolicyItem.of(new Sku("X".repeat(40)), widest, Long.MAX_VALUE, longest, NOW);
        assertThat(ItemSize.writeUnits(ItemSize.bytes(policy))).isEqualTo(1);
        Map<String, AttributeValue> alert = AlertRecord.item(new Alert(
                new Sku("X".repeat(40)), 9_999_999_999L, Long.MAX_VALUE, 1, 1, 1, 1, 1, widest.supplier(), NOW));
        assertThat(ItemSize.writeUnits(ItemSize.bytes(alert))).isEqualTo(1);
    }

    @Test
    void policies_and_states_are_no_alerts() {
        set(TEN);
        watch.look(at(5, 99), NOW);
        assertThat(tables.all("ReplenishmentTable")).hasSize(2);
        assertThat(raised()).isEmpty();
    }
}
