package dev.holdfast.local.replay;

/**
 * An order that was acknowledged.
 *
 * @param sha256 of its content, see {@link AcceptedContent}
 */
public record LedgerEntry(String channel, String orderNumber, String orderId, String sha256) {}
