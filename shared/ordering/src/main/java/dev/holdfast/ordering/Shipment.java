package dev.holdfast.ordering;

import java.time.Instant;

/** The states of a shipment; there is one per location that an order is served from. */
public sealed interface Shipment {
    ShipmentStatus status();

    /** Who carries it, under which number. */
    record Dispatch(String carrier, String trackingNumber) {}

    /** To be picked and handed over. */
    record Ready() implements Shipment {
        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.READY;
        }
    }

    /** Handed over; the stock of a wide order leaves in chunks, and this is the next one. */
    record Dispatching(Dispatch dispatch, int nextChunk) implements Shipment {
        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.DISPATCHING;
        }
    }

    /** On its way. */
    record Dispatched(Dispatch dispatch, Instant at) implements Shipment {
        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.DISPATCHED;
        }
    }

    /** Arrived, at the time that the carrier gave. */
    record Delivered(Dispatch dispatch, Instant at, Instant deliveredAt) implements Shipment {
        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.DELIVERED;
        }
    }

    /** Its order was cancelled before it left. */
    record Cancelled() implements Shipment {
        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.CANCELLED;
        }
    }
}
