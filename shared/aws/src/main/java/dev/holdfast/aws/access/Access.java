package dev.holdfast.aws.access;

import dev.holdfast.channels.Credentials;
import dev.holdfast.channels.KeyHash;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one filter of all HTTP functions: {@code Authorization: Bearer …}, a key ({@code hf_…}) of a channel or a service, or
 * a token of staff. An account that was found is remembered for {@link #REMEMBERED}, so a revoked key works no longer than
 * that; an unknown key is never remembered, so a new one works at once. What can be neither is refused without a look-up.
 */
public final class Access {
    /** The longest that an answer of the store is trusted. */
    public static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int REMEMBERED_MAX = 1_000;
    private static final Pattern KEY = Pattern.compile("(?i:bearer) +(hf_[A-Za-z0-9_-]{1,120}) *");
    /** Three parts of base64url, the last one, the signature, not empty; in all as long as the gateway lets headers be. */
    private static final Pattern TOKEN =
            Pattern.compile("(?i:bearer) +([A-Za-z0-9_-]{1,2000}\\.[A-Za-z0-9_-]{1,6000}\\.[A-Za-z0-9_-]{1,2000}) *");

    private final Credentials credentials;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<KeyHash, Known> known = new ConcurrentHashMap<>();

    public Access(Credentials credentials, Tokens tokens, InstantSource clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The caller; empty where the header is missing, malformed, unknown or revoked. */
    public Optional<Principal> principal(Optional<String> authorization) {
        Optional<String> key = bearer(KEY, authorization);
        return key.isPresent()
                ? account(KeyHash.of(key.get()))
                : bearer(TOKEN, authorization).flatMap(tokens::principal);
    }

    private static Optional<String> bearer(Pattern form, Optional<String> authorization) {
        return authorization.map(form::matcher).filter(Matcher::matches).map(header -> header.group(1));
    }

    private Optional<Principal> account(KeyHash key) {
        Instant now = clock.instant();
        Known before = known.get(key);
        if (before != null && now.isBefore(before.until()) && !now.isBefore(before.since())) {
            return Optional.of(before.principal());
        }
        Optional<Principal> found = credentials.find(key);
        found.ifPresentOrElse(principal -> remember(key, new Known(principal, now)), () -> known.remove(key));
        return found;
    }

    private void remember(KeyHash key, Known account) {
        if (known.size() >= REMEMBERED_MAX) {
            known.clear();
        }
        known.put(key, account);
    }

    private record Known(Principal principal, Instant since) {
        Instant until() {
            return since.plus(REMEMBERED);
        }
    }
}
