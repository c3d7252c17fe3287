package dev.holdfast.replenishment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Sku;
import dev.holdfast.replenishment.Crossing;
import dev.holdfast.replenishment.StockLevel;
import dev.holdfast.replenishment.Thresholds;
import dev.holdfast.replenishment.domain.AlertState.Armed;
import dev.holdfast.replenishment.domain.AlertState.Fired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertStateTest {
    private static final Thresholds TEN_TO_FIFTEEN = new Thresholds(10, 15);

    private static Crossing at(long version, long position, Thresholds thresholds) {
        return new Crossing(
                new Sku("A"), version, new StockLevel(position, 0, 0, Optional.of(thresholds)), Optional.empty());
    }

    private static AlertState after(AlertState state, Crossing... crossings) {
        AlertState now = state;
        for (Crossing crossing : crossings) {
            now = AlertState.evolve(now, AlertState.decide(crossing, now));
        }
        return now;
    }

    @Test
    void the_reorder_point_is_reached_at_it_and_not_above() {
        assertThat(after(AlertState.newborn(), at(1, 11, TEN_TO_FIFTEEN))).isEqualTo(new Armed(0, 1));
        assertThat(after(AlertState.newborn(), at(1, 10, TEN_TO_FIFTEEN))).isEqualTo(new Fired(1, 1));
    }

    @Test
    void it_is_armed_again_above_the_hysteresis_and_not_at_it() {
        AlertState fired = new Fired(1, 1);
        assertThat(after(fired, at(2, 15, TEN_TO_FIFTEEN))).isEqualTo(new Fired(1, 2));
        assertThat(after(fired, at(2, 16, TEN_TO_FIFTEEN))).isEqualTo(new Armed(1, 2));
    }

    @Test
    void it_alerts_once_per_crossing() {
        assertThat(after(
                        AlertState.newborn(),
                        at(1, 10, TEN_TO_FIFTEEN),
                        at(2, 3, TEN_TO_FIFTEEN),
                        at(3, 12, TEN_TO_FIFTEEN),
                        at(4, 9, TEN_TO_FIFTEEN)))
                .isEqualTo(new Fired(1, 4));
        assertThat(after(
                        AlertState.newborn(),
                        at(1, 10, TEN_TO_FIFTEEN),
                        at(2, 16, TEN_TO_FIFTEEN),
                        at(3, 10, TEN_TO_FIFTEEN)))
                .isEqualTo(new Fired(2, 3));
    }

    @Test
    void a_policy_set_while_the_sku_is_already_there_alerts_at_once() {
        assertThat(AlertState.decide(at(7, 4, TEN_TO_FIFTEEN), AlertState.newborn()))
                .isEqualTo(new AlertDecision.Fire(7, 1));
    }

    @Test
    void a_lower_reorder_point_arms_again_and_a_higher_one_does_not_alert_twice() {
        AlertState fired = new Fired(1, 1);
        assertThat(after(fired, at(2, 8, new Thresholds(5, 5)))).isEqualTo(new Armed(1, 2));
        assertThat(after(fired, at(2, 8, new Thresholds(20, 20)))).isEqualTo(new Fired(1, 2));
    }

    @Test
    void what_is_not_newer_moves_nothing() {
        AlertState state = new Armed(3, 9);
        assertThat(AlertState.decide(at(9, 1, TEN_TO_FIFTEEN), state)).isEqualTo(new AlertDecision.Skip());
        assertThat(AlertState.decide(at(8, 1, TEN_TO_FIFTEEN), state)).isEqualTo(new AlertDecision.Skip());
        assertThat(after(state, at(8, 1, TEN_TO_FIFTEEN))).isEqualTo(state);
    }

    /** The relay leaves most changes out, and duplicates some: neither adds an alert nor loses one. */
    @Test
    void the_relayed_changes_tell_the_same_story_as_all_of_them() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            AlertState all = AlertState.newborn();
            AlertState relayed = AlertState.newborn();
            Optional<StockLevel> before = Optional.empty();
            List<Crossing> sent = new ArrayList<>();
            long position = 20;
            Thresholds thresholds = TEN_TO_FIFTEEN;
            for (int version = 1; version <= 200; version++) {
                position = Math.max(0, position + random.nextInt(-6, 7));
                if (random.nextInt(20) == 0) {
                    long point = random.nextInt(0, 20);
                    thresholds = new Thresholds(point, point + random.nextInt(0, 10));
                }
                StockLevel level = new StockLevel(position, 0, 0, Optional.of(thresholds));
                Crossing crossing = new Crossing(new Sku("A"), version, level, before);
                all = after(all, crossing);
                if (level.concernsReplenishmentAfter(before)) {
                    sent.add(crossing);
                    relayed = after(relayed, crossing, sent.get(random.nextInt(sent.size())));
                }
                before = Optional.of(level);
                assertThat(relayed.epoch())
                        .as("seed %s version %s", seed, version)
                        .isEqualTo(all.epoch());
                assertThat(relayed.getClass()).isEqualTo(all.getClass());
            }
        }
    }
}
