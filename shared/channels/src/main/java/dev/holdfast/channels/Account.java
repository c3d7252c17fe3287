package dev.holdfast.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may call, and the keys that are live: two at most, so that one can be replaced while the other still works.
 *
 * @param version counts the changes; 0 before the first commit
 */
public record Account(Principal principal, List<LiveKey> keys, long version) {
    public static final int KEYS_MAX = 2;

    public Account {
        keys = List.copyOf(keys);
        if (keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("an account has at most " + KEYS_MAX + " live keys");
        }
    }

    /** A key that opens the door. */
    public record LiveKey(KeyHash hash, Instant madeAt) {
        private static final int ID_LENGTH = 12;

        /** By which people name it: the start of its hash, which tells nothing of the key. */
        public String id() {
            return hash.hex().substring(0, ID_LENGTH);
        }
    }

    /** Whether another key has room. */
    public boolean hasRoom() {
        return keys.size() < KEYS_MAX;
    }

    /** Whether this is one of its live keys. */
    public boolean holds(KeyHash hash) {
        return keys.stream().anyMatch(key -> key.hash().equals(hash));
    }

    /** The live key of this id. */
    public Optional<LiveKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** With one more key. */
    public Account with(LiveKey key) {
        return new Account(
                principal, Stream.concat(keys.stream(), Stream.of(key)).toList(), version + 1);
    }

    /** Without this key, which is revoked. */
    public Account without(LiveKey key) {
        return new Account(
                principal, keys.stream().filter(other -> !other.equals(key)).toList(), version + 1);
    }
}
