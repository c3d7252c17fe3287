package dev.holdfast.kernel;

import java.time.Duration;

/** Everything is bounded, and every bound stands here. */
public final class Limits {
    private Limits() {}

    /** Bytes of a request body. */
    public static final int BODY_BYTES_MAX = 1_000_000;
    /** Depth of nesting in a request body. */
    public static final int BODY_DEPTH_MAX = 16;
    /** Lines of one order. */
    public static final int ORDER_LINES_MAX = 1_500;
    /** Units on one line. */
    public static final int QUANTITY_MAX = 1_000_000;
    /** Minor units of an amount, and of an order's total. */
    public static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;
    /** Characters of free text. */
    public static final int TEXT_MAX = 256;
    /** Lines of a receipt or an adjustment: what fits one transaction beside its journal entry. */
    public static final int STOCK_LINES_MAX = 90;
    /** Locations of a merchant; all of a SKU's counters share one item. */
    public static final int LOCATIONS_MAX = 20;
    /** The priority number of the location that is asked last. */
    public static final int PRIORITY_MAX = 1_000;
    /** SKUs asked for in one availability request. */
    public static final int AVAILABILITY_SKUS_MAX = 100;
    /** Entries of one page of a list. */
    public static final int PAGE_MAX = 200;
    /** Entries of a page when none is asked for. */
    public static final int PAGE_DEFAULT = 50;
    /** Actions of one DynamoDB transaction. */
    public static final int TRANSACTION_ACTIONS_MAX = 100;
    /**
     * SKUs of an order that is held in one transaction: with its header, allocation, journal entry and up to twenty
     * shipments it stays below {@link #TRANSACTION_ACTIONS_MAX}.
     */
    public static final int SINGLE_COMMIT_SKUS_MAX = 75;
    /** As {@link #SINGLE_COMMIT_SKUS_MAX} where each SKU may also need a place in the line of waiting demand. */
    public static final int SINGLE_COMMIT_BACKORDER_SKUS_MAX = 38;
    /** SKUs in one chunk of a wide order; each may take a stock item and a place in the line. */
    public static final int CHUNK_SKUS = 38;
    /** Orders in line that one commit serves when stock arrives. */
    public static final int FILL_ORDERS_MAX = 20;

    /** How far the clock of another may be ahead of ours. */
    public static final Duration CLOCK_AHEAD_MAX = Duration.ofMinutes(5);
    /** The longest that a request waits for the stock decision. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(10);
    /** A step that somebody works on is looked at again after this time. */
    public static final Duration STUCK_AFTER = Duration.ofSeconds(60);
    /** An order whose provider is away is cancelled after this time. */
    public static final Duration PAYMENT_UNAVAILABLE_MAX = Duration.ofMinutes(30);
    /** An order in review is cancelled after this time. */
    public static final Duration REVIEW_MAX = Duration.ofHours(24);
    /** A backorder waits this long for stock, then it is cancelled. */
    public static final Duration BACKORDER_MAX = Duration.ofDays(90);
    /** A confirmed order not dispatched, or a shipment not delivered, is brought up again after this time. */
    public static final Duration OVERDUE_AFTER = Duration.ofDays(7);
}
