package dev.holdfast.channels;

import java.util.Optional;

/** Driven port: the tokens of staff, as their identity provider signs them. */
@FunctionalInterface
public interface Tokens {
    /**
     * The member of staff whose token this is; empty where it is not genuine, not for us, not valid now or names none of
     * our roles.
     *
     * @throws KeysAway when the provider's keys cannot be had: never an empty answer
     */
    Optional<Principal> principal(String token);

    /** Where no identity provider is set up, nobody comes by token. */
    static Tokens none() {
        return token -> Optional.empty();
    }

    /** The provider's keys cannot be had now; the same token may be good in a moment. */
    final class KeysAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeysAway(Throwable cause) {
            super("the identity provider's keys cannot be had", cause);
        }
    }
}
