package dev.holdfast.channels;

import dev.holdfast.kernel.Fingerprint;

/** SHA-256 of an access key in lower-case hexadecimal: the key itself is stored nowhere. */
public record KeyHash(String hex) {
    /** The hash of a key as the caller sends it, prefix included. */
    public static KeyHash of(String key) {
        return new KeyHash(Fingerprint.of(key).hex());
    }
}
