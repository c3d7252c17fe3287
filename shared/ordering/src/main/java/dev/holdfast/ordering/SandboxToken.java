package dev.holdfast.ordering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the sandbox provider does with an order, as the token asks. */
public enum SandboxToken {
    /** Authorised, and captured when asked. */
    TOK_APPROVED,
    /** Never authorised. */
    TOK_DECLINED,
    /** Authorised, but the answer is lost. */
    TOK_TIMEOUT_AFTER_SUCCESS,
    /** The provider is away. */
    TOK_UNAVAILABLE,
    /** Authorised for less than was asked. */
    TOK_WRONG_AMOUNT,
    /** Authorised, and never captured. */
    TOK_CAPTURE_DECLINED;

    /** The token of this text. */
    public static Optional<SandboxToken> find(String text) {
        return Arrays.stream(values())
                .filter(token -> token.text().equals(text))
                .findFirst();
    }

    /** As it stands in a request. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(SandboxToken::text).toList();
    }
}
