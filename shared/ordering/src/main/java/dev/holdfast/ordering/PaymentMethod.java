package dev.holdfast.ordering;

/** How an order is paid. */
public enum PaymentMethod {
    /** Outside of Holdfast, against an invoice: no provider is asked. */
    INVOICE,
    /** The built-in provider, whose token decides how it answers. */
    SANDBOX
}
