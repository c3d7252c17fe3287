package dev.holdfast.channels;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** A secret by which an account calls. It is shown once, when it is made; only its hash is stored. */
public record AccessKey(String secret) {
    private static final String PREFIX = "hf_";
    private static final int RANDOM_BYTES = 32;

    /** A new key of 256 random bits. */
    public static AccessKey from(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new AccessKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public KeyHash hash() {
        return KeyHash.of(secret);
    }

    @Override
    public String toString() {
        return "an access key";
    }
}
