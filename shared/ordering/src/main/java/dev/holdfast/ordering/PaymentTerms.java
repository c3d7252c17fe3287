package dev.holdfast.ordering;

/** How an order is paid, and the provider's token for it; the token is empty for {@link PaymentMethod#INVOICE}. */
public record PaymentTerms(PaymentMethod method, String token) {}
