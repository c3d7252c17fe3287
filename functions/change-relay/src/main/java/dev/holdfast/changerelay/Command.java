package dev.holdfast.changerelay;

import dev.holdfast.aws.messaging.QueueMessage;

/** A message and the queue of whoever must act. */
record Command(Recipient recipient, QueueMessage message) {
    /** The queues that this function writes to. */
    enum Recipient {
        STOCK_RESERVATION,
        PAYMENT_PROCESSING,
        SHIPPING_NOTIFICATIONS,
        REPLENISHMENT_ALERTS
    }
}
