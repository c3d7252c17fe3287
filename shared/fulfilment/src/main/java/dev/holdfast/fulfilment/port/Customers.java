package dev.holdfast.fulfilment.port;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.ordering.PersonalData;
import java.util.Optional;

/** Who is to be told of a shipment, and whether they were. */
public interface Customers {
    /** Who ordered; empty when it was erased. */
    Optional<PersonalData> of(OrderId order);

    /** Whether the customer was told of this shipment. */
    boolean isTold(ShipmentId shipment);

    /** Remembers that the customer was told. Twice does no harm. */
    void markTold(ShipmentId shipment);
}
