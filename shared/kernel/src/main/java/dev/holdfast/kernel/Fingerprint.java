package dev.holdfast.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** SHA-256 of a request's canonical content, in hexadecimal: equal content has equal fingerprints. */
public record Fingerprint(String hex) {
    public static Fingerprint of(String canonicalContent) {
        return new Fingerprint(
                HexFormat.of().formatHex(DerivedId.sha256().digest(canonicalContent.getBytes(StandardCharsets.UTF_8))));
    }
}
