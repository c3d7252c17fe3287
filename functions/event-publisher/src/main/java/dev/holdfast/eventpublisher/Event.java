package dev.holdfast.eventpublisher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.replenishment.Alert;
import java.time.Instant;

/**
 * Something that happened and is to be told.
 *
 * <p>Its id follows from the cause, so it is the same when it is told again.
 */
sealed interface Event {
    /** CloudEvents id. */
    String id();

    /** CloudEvents type, such as {@code holdfast.order.placed.v1}. */
    String type();

    /** When it happened. */
    Instant at();

    /** What it is about. */
    String subject();

    /** An order came to a new status. */
    record OrderMoved(String id, String type, Instant at, OrderId order, ObjectNode data) implements Event {
        @Override
        public String subject() {
            return order.value();
        }
    }

    /** A shipment came to a new status; its lines are read when it is told. */
    record ShipmentMoved(String id, String type, Instant at, OrderId order, LocationId location) implements Event {
        @Override
        public String subject() {
            return order + "-" + location;
        }
    }

    /** A SKU reached its reorder point. */
    record ReorderDue(String id, String type, Alert alert) implements Event {
        @Override
        public Instant at() {
            return alert.raisedAt();
        }

        @Override
        public String subject() {
            return alert.sku().value();
        }
    }
}
