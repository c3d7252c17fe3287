package dev.holdfast.ordering;

import java.util.Optional;

/**
 * Why an order ends without its goods.
 *
 * @param reference the caller's reference, absent when we cancelled ourselves
 * @param reason the caller's words, or one of our own codes such as {@code PAYMENT_DECLINED}
 */
public record Cancellation(Optional<String> reference, String reason) {
    public static final String PAYMENT_DECLINED = "PAYMENT_DECLINED";
    public static final String PAYMENT_UNAVAILABLE = "PAYMENT_UNAVAILABLE";
    public static final String REVIEW_EXPIRED = "REVIEW_EXPIRED";
    public static final String BACKORDER_EXPIRED = "BACKORDER_EXPIRED";

    /** A cancellation of our own. */
    public static Cancellation ours(String code) {
        return new Cancellation(Optional.empty(), code);
    }
}
