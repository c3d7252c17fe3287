package dev.holdfast.fulfilment.application;

import dev.holdfast.fulfilment.ShippingNotice;
import dev.holdfast.fulfilment.port.Customers;
import dev.holdfast.fulfilment.port.Mail;
import dev.holdfast.kernel.ShipmentId;
import dev.holdfast.ordering.LineShare;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.PersonalData;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.port.Orders;
import java.util.List;
import java.util.Optional;

/**
 * Tells a customer that a shipment has left. An e-mail cannot be looked up, so the marker is set after it was handed
 * over: it is sent at least once.
 */
public final class TellCustomer {
    private final Orders orders;
    private final Customers customers;
    private final Mail mail;

    public TellCustomer(Orders orders, Customers customers, Mail mail) {
        this.orders = orders;
        this.customers = customers;
        this.mail = mail;
    }

    /** What became of it. */
    public enum Told {
        /** Told now, or before. */
        DONE,
        /** Nobody to tell: no address, no such shipment, or it has not left. */
        NOBODY,
        /** The address is refused for good. */
        REFUSED,
        /** To be tried again. */
        AGAIN
    }

    public Told run(ShipmentId shipment) {
        Optional<ShippingNotice> notice = notice(shipment);
        if (notice.isEmpty()) {
            return Told.NOBODY;
        }
        if (customers.isTold(shipment)) {
            return Told.DONE;
        }
        return switch (mail.send(notice.get())) {
            case Mail.Outcome.Sent _ -> {
                customers.markTold(shipment);
                yield Told.DONE;
            }
            case Mail.Outcome.Refused _ -> Told.REFUSED;
            case Mail.Outcome.Unknown _ -> Told.AGAIN;
        };
    }

    private Optional<ShippingNotice> notice(ShipmentId id) {
        return orders.load(id.order())
                .flatMap(order -> dispatch(order, id)
                        .flatMap(dispatch -> customers
                                .of(id.order())
                                .flatMap(who -> who.email().map(to -> notice(order, id, dispatch, who, to)))));
    }

    private static Optional<Shipment.Dispatch> dispatch(Order order, ShipmentId id) {
        Shipment shipment = order.state().shipments().get(id.location());
        return switch (shipment) {
            case null -> Optional.empty();
            case Shipment.Dispatched left -> Optional.of(left.dispatch());
            case Shipment.Delivered arrived -> Optional.of(arrived.dispatch());
            case Shipment.Ready _, Shipment.Dispatching _, Shipment.Cancelled _ -> Optional.empty();
        };
    }

    private static ShippingNotice notice(
            Order order, ShipmentId id, Shipment.Dispatch dispatch, PersonalData who, String to) {
        List<ShippingNotice.Content> contents = LineShare.of(order).stream()
                .filter(share -> share.from().containsKey(id.location()))
                .map(share -> new ShippingNotice.Content(
                        share.line().sku().value(), share.from().getOrDefault(id.location(), 0L)))
                .toList();
        return ShippingNotice.of(
                to,
                who.name(),
                order.content().number().value(),
                dispatch.carrier(),
                dispatch.trackingNumber(),
                contents);
    }
}
