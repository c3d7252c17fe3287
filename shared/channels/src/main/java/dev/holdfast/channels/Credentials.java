package dev.holdfast.channels;

import java.util.Optional;

/** Driven port: the accounts that may call, by the hash of their key. */
@FunctionalInterface
public interface Credentials {
    /**
     * The account of this key; empty where there is none or its key was revoked. A store that does not answer is an
     * exception, never an empty answer.
     */
    Optional<Principal> find(KeyHash key);
}
