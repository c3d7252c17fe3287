package dev.holdfast.ordering;

import dev.holdfast.inventory.Shortfall;
import java.util.List;

/** The stages of an order's life; the class comment of {@link Order} tells the story. */
public sealed interface Stage {
    /** What the channel sees. */
    OrderStatus status();

    /** Accepted, and the stock decision is still to come or under way. */
    record Placed() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.PLACED;
        }
    }

    /** A wide order fell short on the way: what it holds is being given back. */
    record Rejecting(List<Shortfall> shortfalls) implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.PLACED;
        }
    }

    /** Refused for want of stock. Final. */
    record Rejected(List<Shortfall> shortfalls) implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.REJECTED;
        }
    }

    /** Holds what was there and waits in line for the rest. */
    record Backordered() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.BACKORDERED;
        }
    }

    /** All held, the payment still to be authorised. */
    record Reserved() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.RESERVED;
        }
    }

    /** All held, and somebody must look at the payment. */
    record Review() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.REVIEW;
        }
    }

    /** All held, and authorised or not required: the warehouse may ship. */
    record Confirmed() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.CONFIRMED;
        }
    }

    /** All shipments have left. */
    record Shipped() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.SHIPPED;
        }
    }

    /** All shipments have arrived. Final. */
    record Delivered() implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.DELIVERED;
        }
    }

    /** To be cancelled: stock is being given back, or the payment undone. */
    record Cancelling(Cancellation cancellation) implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELLING;
        }
    }

    /** Holds nothing and charges nothing. Final. */
    record Cancelled(Cancellation cancellation) implements Stage {
        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELLED;
        }
    }
}
