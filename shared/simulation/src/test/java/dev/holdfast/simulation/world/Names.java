package dev.holdfast.simulation.world;

/** What tables, queues and topics are called here: as their resources in the template. */
public final class Names {
    public static final String ORDERS = "OrdersTable";
    public static final String STOCK = "StockTable";
    public static final String JOURNAL = "JournalTable";
    public static final String HISTORY = "StockHistoryTable";
    public static final String REPLENISHMENT = "ReplenishmentTable";
    public static final String CHANNELS = "ChannelsTable";

    public static final String STOCK_RESERVATION = "StockReservationQueue";
    public static final String PAYMENT_PROCESSING = "PaymentProcessingQueue";
    public static final String SHIPPING_NOTIFICATIONS = "ShippingNotificationsQueue";
    public static final String STOCK_CROSSINGS = "StockCrossingsQueue.fifo";
    /** One for all: whatever is given up is a violation, wherever it lies. */
    public static final String DEAD_LETTERS = "DeadLetters";

    public static final String ORDER_EVENTS = "OrderEventsTopic";
    public static final String SHIPPING_EVENTS = "ShippingNotificationsTopic";
    public static final String REORDER_ALERTS = "ReorderAlertsTopic";

    private Names() {}
}
