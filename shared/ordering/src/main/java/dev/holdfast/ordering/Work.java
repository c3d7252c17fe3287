package dev.holdfast.ordering;

import java.util.EnumSet;
import java.util.Set;

/** Who must act on an order next. */
public enum Work {
    /** The stock-reservation worker. */
    STOCK,
    /** The payment-processing worker. */
    PAYMENT;

    /** The work that an order in this state waits for; empty when it waits for a person, for stock, or for nothing. */
    public static Set<Work> pending(OrderState state) {
        EnumSet<Work> work = EnumSet.noneOf(Work.class);
        if (stockPending(state)) {
            work.add(STOCK);
        }
        if (paymentPending(state)) {
            work.add(PAYMENT);
        }
        return work;
    }

    private static boolean stockPending(OrderState state) {
        return switch (state.stage()) {
            case Stage.Placed _, Stage.Rejecting _ -> true;
            case Stage.Cancelling _ ->
                state.progress().released() < state.progress().held();
            case Stage.Confirmed _ ->
                state.shipments().values().stream().anyMatch(Shipment.Dispatching.class::isInstance);
            case Stage.Backordered _,
                    Stage.Reserved _,
                    Stage.Review _,
                    Stage.Shipped _,
                    Stage.Delivered _,
                    Stage.Cancelled _,
                    Stage.Rejected _ -> false;
        };
    }

    private static boolean paymentPending(OrderState state) {
        return switch (state.payment()) {
            case Payment.Pending _ ->
                state.stage() instanceof Stage.Reserved
                        || (state.stage() instanceof Stage.Cancelling
                                && !state.payment().settledWhenCancelled());
            case Payment.Authorising _, Payment.Capturing _, Payment.Voiding _ -> true;
            case Payment.Authorised _ ->
                state.stage() instanceof Stage.Shipped
                        || state.stage() instanceof Stage.Delivered
                        || state.stage() instanceof Stage.Cancelling;
            case Payment.WrongAmount _ -> state.stage() instanceof Stage.Cancelling;
            case Payment.NotRequired _,
                    Payment.Declined _,
                    Payment.Captured _,
                    Payment.CaptureDeclined _,
                    Payment.VoidDeclined _,
                    Payment.Voided _ -> false;
        };
    }
}
