package dev.holdfast.ordering.domain;

import dev.holdfast.ordering.OrderEvent;
import dev.holdfast.ordering.OrderState;
import dev.holdfast.ordering.Payment;
import dev.holdfast.ordering.Stage;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import java.util.Optional;

/** What an order's payment needs next. Pure. */
public sealed interface PaymentStep {
    /** Nothing now. */
    record None() implements PaymentStep {}

    /** Say in the order that the provider is about to be called. */
    record Fence(OrderEvent event) implements PaymentStep {}

    /** Call the provider, or find out what became of the call. */
    record Call(Intent intent) implements PaymentStep {}

    static PaymentStep next(OrderState state) {
        Stage stage = state.stage();
        return switch (state.payment()) {
            case Payment.Pending _ -> pending(state);
            case Payment.Authorising _ -> new Call(Intent.AUTHORISE);
            case Payment.Authorised _ -> authorised(stage);
            case Payment.WrongAmount _ ->
                stage instanceof Stage.Cancelling ? new Fence(new OrderEvent.VoidStarted()) : new None();
            case Payment.Capturing _ -> new Call(Intent.CAPTURE);
            case Payment.Voiding _ -> new Call(Intent.VOID);
            case Payment.NotRequired _,
                    Payment.Declined _,
                    Payment.Captured _,
                    Payment.CaptureDeclined _,
                    Payment.VoidDeclined _,
                    Payment.Voided _ -> new None();
        };
    }

    private static PaymentStep pending(OrderState state) {
        if (state.stage() instanceof Stage.Reserved) {
            return new Fence(new OrderEvent.AuthorisationStarted());
        }
        return state.stage() instanceof Stage.Cancelling && !state.payment().settledWhenCancelled()
                ? new Fence(new OrderEvent.VoidStarted())
                : new None();
    }

    private static PaymentStep authorised(Stage stage) {
        return switch (stage) {
            case Stage.Cancelling _ -> new Fence(new OrderEvent.VoidStarted());
            case Stage.Shipped _, Stage.Delivered _ -> new Fence(new OrderEvent.CaptureStarted());
            case Stage.Placed _,
                    Stage.Rejecting _,
                    Stage.Rejected _,
                    Stage.Backordered _,
                    Stage.Reserved _,
                    Stage.Review _,
                    Stage.Confirmed _,
                    Stage.Cancelled _ -> new None();
        };
    }

    /**
     * What a definite answer means for the order; empty when nothing is settled yet and the fence must stand. A no is
     * definite: under the same key the provider would say it for ever.
     */
    static Optional<OrderEvent> outcome(Intent intent, Answer answer) {
        return switch (answer) {
            case Answer.Approved approved ->
                Optional.of(
                        switch (intent) {
                            case AUTHORISE -> new OrderEvent.Authorised(approved.minor());
                            case CAPTURE -> new OrderEvent.Captured();
                            case VOID -> new OrderEvent.Voided();
                        });
            case Answer.Declined _ ->
                Optional.of(
                        switch (intent) {
                            case AUTHORISE -> new OrderEvent.AuthorisationDeclined();
                            case CAPTURE -> new OrderEvent.CaptureDeclined();
                            case VOID -> new OrderEvent.VoidDeclined();
                        });
            case Answer.Unavailable _ ->
                intent == Intent.AUTHORISE ? Optional.of(new OrderEvent.ProviderAway()) : Optional.empty();
            case Answer.Unknown _ -> Optional.empty();
        };
    }
}
