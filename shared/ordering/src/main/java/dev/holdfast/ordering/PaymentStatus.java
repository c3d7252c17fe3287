package dev.holdfast.ordering;

/** Where an order's payment is. */
public enum PaymentStatus {
    NOT_REQUIRED,
    PENDING,
    AUTHORISING,
    AUTHORISED,
    CAPTURING,
    CAPTURED,
    VOIDING,
    VOIDED,
    DECLINED,
    REVIEW
}
