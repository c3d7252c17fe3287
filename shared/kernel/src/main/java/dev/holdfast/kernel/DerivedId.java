package dev.holdfast.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Ids that follow from their cause, so that the same cause always names the same thing: 128 bits of SHA-256 in
 * Crockford's base 32, 26 characters.
 */
public final class DerivedId {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private DerivedId() {}

    /** The id of these parts; a different split of the same characters is a different id. */
    public static String of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(new byte[] {(byte) (bytes.length >> 16), (byte) (bytes.length >> 8), (byte) bytes.length});
            digest.update(bytes);
        }
        return base32(Arrays.copyOf(digest.digest(), 16));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(26);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS[(buffer >> bits) & 31]);
                buffer &= (1 << bits) - 1;
            }
        }
        if (bits > 0) {
            text.append(DIGITS[(buffer << (5 - bits)) & 31]);
        }
        return text.toString();
    }
}
