package dev.holdfast.aws.http;

import static dev.holdfast.aws.json.Decoders.asQuantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.access.Access;
import dev.holdfast.channels.Credentials;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T09:30:00Z"));

    private final List<String> happened = new ArrayList<>();

    private HttpApi api(Credentials credentials) {
        Operation receipt = Operation.of("Books a receipt.").reads(fields -> {
            happened.add("read");
            return fields.required("quantity", asQuantity());
        });
        return new HttpApi(
                Routes.of(
                        Route.post("/v1/stock/receipts", Set.of(Role.WAREHOUSE), this::action)
                                .telling(receipt),
                        Route.get("/v1/stock/{sku}", Set.of(Role.WAREHOUSE), this::action),
                        Route.elsewhere("GET", "/v1/stock/receipts")),
                new Access(credentials, Tokens.none(), CLOCK),
                CLOCK);
    }

    private Reply action(Request request) {
        happened.add("action");
        return Answer.empty();
    }

    @Test
    void a_caller_is_looked_up_and_every_body_is_read_and_no_action_is_run() {
        List<KeyHash> asked = new ArrayList<>();

        api(key -> {
                    asked.add(key);
                    return Optional.empty();
                })
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(asked).containsExactly(KeyHash.of("hf_rehearsal"));
        assertThat(happened).containsExactly("read");
    }

    @Test
    void a_database_that_is_away_does_not_keep_the_snapshot_from_being_taken() {
        api(key -> {
                    throw new IllegalStateException("away");
                })
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(happened).containsExactly("read");
    }
}
