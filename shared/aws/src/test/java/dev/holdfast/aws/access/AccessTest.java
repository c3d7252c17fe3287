package dev.holdfast.aws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Principal SHOP =
            new Principal(new Actor("demo-shop"), Optional.of(new ChannelId("demo-shop")), Set.of(Role.CHANNEL));
    private static final Principal CLERK = new Principal(new Actor("clerk"), Optional.empty(), Set.of(Role.WAREHOUSE));
    private static final Optional<String> HEADER = Optional.of("Bearer hf_shop");

    private Instant now = Instant.parse("2026-11-24T09:30:00Z");
    private final AtomicInteger lookUps = new AtomicInteger();
    private Optional<Principal> stored = Optional.of(SHOP);
    private final Access access = new Access(
            key -> {
                lookUps.incrementAndGet();
                return stored.filter(principal -> key.equals(KeyHash.of("hf_shop")));
            },
            token -> token.equals("head.body.seal") ? Optional.of(CLERK) : Optional.empty(),
            () -> now);

    @Test
    void an_account_is_remembered_for_half_a_minute_and_then_asked_for_again() {
        assertThat(access.principal(HEADER)).contains(SHOP);
        now = now.plus(Access.REMEMBERED).minusMillis(1);
        stored = Optional.empty();
        assertThat(access.principal(HEADER)).contains(SHOP);
        assertThat(lookUps).hasValue(1);
        now = now.plusMillis(1);
        assertThat(access.principal(HEADER)).isEmpty();
    }

    @Test
    void a_clock_that_goes_back_does_not_keep_a_revoked_key() {
        assertThat(access.principal(HEADER)).contains(SHOP);
        stored = Optional.empty();
        now = now.minusSeconds(300);
        assertThat(access.principal(HEADER)).isEmpty();
    }

    @Test
    void a_new_key_works_at_once() {
        stored = Optional.empty();
        assertThat(access.principal(HEADER)).isEmpty();
        stored = Optional.of(SHOP);
        assertThat(access.principal(HEADER)).contains(SHOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hf_shop",
                "Bearer",
                "Bearer shop",
                "Basic hf_shop",
                "Bearer hf_shop hf_x",
                "Bearer hf_a\u0000",
                "Bearer hf_"
            })
    void what_cannot_be_a_key_is_refused_without_a_look_up(String header) {
        assertThat(access.principal(Optional.of(header))).isEmpty();
        assertThat(access.principal(Optional.empty())).isEmpty();
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void a_token_of_staff_is_asked_of_the_identity_provider_and_never_looked_up_as_a_key() {
        assertThat(access.principal(Optional.of("Bearer head.body.seal"))).contains(CLERK);
        assertThat(access.principal(Optional.of("Bearer head.body.other"))).isEmpty();
        assertThat(access.principal(Optional.of("Bearer head.body."))).isEmpty();
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void the_scheme_is_read_in_any_case() {
        assertThat(access.principal(Optional.of("bearer hf_shop"))).contains(SHOP);
    }

    @Test
    void an_outage_is_never_read_as_a_wrong_key() {
        Access dark = new Access(
                key -> {
                    throw new IllegalStateException("away");
                },
                Tokens.none(),
                () -> now);
        assertThatThrownBy(() -> dark.principal(HEADER)).isInstanceOf(IllegalStateException.class);
    }
}
