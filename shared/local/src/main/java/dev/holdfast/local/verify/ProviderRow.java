package dev.holdfast.local.verify;

/** What the sandbox provider remembers of one intent. */
public record ProviderRow(String orderId, String intent, long minor, boolean approved) {}
