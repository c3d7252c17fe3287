package dev.holdfast.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.channels.application.IssueKeys;
import dev.holdfast.channels.application.IssueKeys.Outcome;
import dev.holdfast.channels.port.Accounts;
import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Invariant;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssueKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Actor NAME = new Actor("web-shop");
    private static final Principal SHOP =
            new Principal(NAME, Optional.of(new ChannelId("web-shop")), Set.of(Role.CHANNEL));

    private final Kept accounts = new Kept();
    private final IssueKeys keys = new IssueKeys(accounts, new Random(1));

    /** How a commit goes, when not simply well. */
    private enum Turn {
        LOST_BEFORE,
        LOST_AFTER
    }

    private static final class Kept implements Accounts {
        private final Map<Actor, Account> byName = new HashMap<>();
        private final Deque<Turn> turns = new ArrayDeque<>();

        @Override
        public Optional<Account> find(Actor name) {
            return Optional.ofNullable(byName.get(name));
        }

        @Override
        public List<Account> all() {
            return new ArrayList<>(byName.values());
        }

        @Override
        public CommitOutcome save(Account before, Account after) {
            Turn turn = turns.poll();
            if (turn == Turn.LOST_BEFORE) {
                return new CommitOutcome.Unknown();
            }
            Actor name = after.principal().name();
            if (find(name).map(Account::version).orElse(0L) != before.version()) {
                return new CommitOutcome.MovedOn();
            }
            byName.put(name, after);
            return turn == Turn.LOST_AFTER ? new CommitOutcome.Unknown() : new CommitOutcome.Committed();
        }
    }

    private List<String> live() {
        return accounts.find(NAME).orElseThrow().keys().stream()
                .map(Account.LiveKey::id)
                .toList();
    }

    private static AccessKey made(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Made.class);
        return ((Outcome.Made) outcome).key();
    }

    @Test
    void an_account_is_opened_with_one_key_of_which_only_the_hash_is_kept() {
        AccessKey key = made(keys.open(SHOP, NOW));
        assertThat(key.secret()).startsWith("hf_").hasSize(46);
        assertThat(accounts.find(NAME).orElseThrow().holds(key.hash())).isTrue();
        assertThat(accounts.byName.toString()).doesNotContain(key.secret());
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void a_name_that_is_taken_gets_no_second_account() {
        keys.open(SHOP, NOW);
        assertThat(keys.open(SHOP, NOW)).isEqualTo(new Outcome.NameTaken());
        assertThat(live()).hasSize(1);
    }

    @Test
    void two_keys_live_while_one_is_replaced_and_a_third_has_no_room() {
        AccessKey first = made(keys.open(SHOP, NOW));
        AccessKey second = made(keys.rotate(NAME, NOW));
        assertThat(keys.rotate(NAME, NOW)).isEqualTo(new Outcome.NoRoom());
        assertThat(keys.revoke(NAME, first.hash().hex().substring(0, 12))).isEqualTo(new Outcome.Revoked());
        assertThat(live()).containsExactly(second.hash().hex().substring(0, 12));
    }

    @Test
    void an_answer_that_was_lost_makes_no_second_key() {
        accounts.turns.add(Turn.LOST_AFTER);
        AccessKey first = made(keys.open(SHOP, NOW));
        accounts.turns.add(Turn.LOST_BEFORE);
        AccessKey second = made(keys.rotate(NAME, NOW));
        assertThat(live())
                .containsExactlyInAnyOrder(
                        first.hash().hex().substring(0, 12), second.hash().hex().substring(0, 12));
        accounts.turns.add(Turn.LOST_AFTER);
        assertThat(keys.revoke(NAME, first.hash().hex().substring(0, 12))).isEqualTo(new Outcome.Revoked());
    }

    @Test
    void what_is_not_there_is_neither_rotated_nor_revoked() {
        assertThat(keys.rotate(NAME, NOW)).isEqualTo(new Outcome.NoSuchAccount());
        assertThat(keys.revoke(NAME, "000000000000")).isEqualTo(new Outcome.NoSuchAccount());
        keys.open(SHOP, NOW);
        assertThat(keys.revoke(NAME, "000000000000")).isEqualTo(new Outcome.NoSuchKey());
    }

    @Test
    void a_table_that_takes_nothing_is_a_fault() {
        for (int i = 0; i < 10; i++) {
            accounts.turns.add(Turn.LOST_BEFORE);
        }
        assertThatThrownBy(() -> keys.open(SHOP, NOW)).isInstanceOf(Invariant.Broken.class);
    }
}
