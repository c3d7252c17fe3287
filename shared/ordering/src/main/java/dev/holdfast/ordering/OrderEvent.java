package dev.holdfast.ordering;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.kernel.LocationId;
import java.time.Instant;
import java.util.List;

/** What can happen to an order. Several may happen in one commit; {@link Order#after} applies them. */
public sealed interface OrderEvent {
    /** The next chunk of the demand is held, as far as it was there. */
    record ChunkHeld(List<Allocation> allocations) implements OrderEvent {}

    /** The next chunk is held for good. */
    record ChunkSettled() implements OrderEvent {}

    /** The order falls short: refused, once what it holds is given back. */
    record FellShort(List<Shortfall> shortfalls) implements OrderEvent {}

    /** What this chunk held, and its places in line, are given up. */
    record ChunkReleased(int chunk) implements OrderEvent {}

    /** Stock came for what it waited for. */
    record Filled(List<Allocation> allocations) implements OrderEvent {}

    /** Somebody wants it cancelled, or we do. */
    record CancellationRequested(Cancellation cancellation) implements OrderEvent {}

    /** A shipment is handed over. */
    record DispatchStarted(LocationId location, Shipment.Dispatch dispatch) implements OrderEvent {}

    /** The goods of this chunk at this location have left the books. */
    record ChunkShipped(LocationId location, int chunk) implements OrderEvent {}

    /** A shipment has arrived. */
    record ShipmentDelivered(LocationId location, Instant deliveredAt) implements OrderEvent {}

    /** The provider is about to be asked to authorise. */
    record AuthorisationStarted() implements OrderEvent {}

    /** The provider authorised this amount, in minor units. */
    record Authorised(long minor) implements OrderEvent {}

    /** The provider will not authorise. */
    record AuthorisationDeclined() implements OrderEvent {}

    /** The provider was away and nothing happened there. */
    record ProviderAway() implements OrderEvent {}

    /** The provider is about to be asked to capture. */
    record CaptureStarted() implements OrderEvent {}

    /** The provider captured. */
    record Captured() implements OrderEvent {}

    /** The provider will not capture. */
    record CaptureDeclined() implements OrderEvent {}

    /** The provider is about to be asked to void. */
    record VoidStarted() implements OrderEvent {}

    /** The provider voided. */
    record Voided() implements OrderEvent {}

    /** The provider will not void. */
    record VoidDeclined() implements OrderEvent {}

    /** Support decided. */
    record Reviewed(ReviewDecision decision) implements OrderEvent {}
}
