package dev.holdfast.ordering.port;

import dev.holdfast.kernel.OrderId;

/**
 * Who moves the money. Every call carries the order's one key for this intent, under which the provider acts at most
 * once; amounts are minor units.
 */
public interface PaymentProvider {
    /** Asks to keep the amount for us. */
    Answer authorise(OrderId order, long minor, String currency, String token);

    /** Asks for money that was authorised. */
    Answer capture(OrderId order, long minor);

    /**
     * Gives an authorisation back, where there is one; from then on none is given for this order: one that was under
     * way and arrives later is declined.
     */
    Answer voidAuthorisation(OrderId order, long minor);

    /** What became of an earlier call. */
    Lookup lookUp(OrderId order, Intent intent);

    /** What is asked of the provider, each once per order. */
    enum Intent {
        AUTHORISE,
        CAPTURE,
        VOID
    }

    /** What the provider says. */
    sealed interface Answer {
        /** Done, for this amount. */
        record Approved(long minor) implements Answer {}

        /** No, and asking again will not help. */
        record Declined() implements Answer {}

        /** The provider is away, and nothing happened there. */
        record Unavailable() implements Answer {}

        /** No answer came: it may have happened or not. */
        record Unknown() implements Answer {}
    }

    /** What the provider remembers. */
    sealed interface Lookup {
        /** The call arrived, and this was the answer. */
        record Found(Answer answer) implements Lookup {}

        /** It has not arrived. */
        record NotFound() implements Lookup {}

        /** The provider is away. */
        record Unavailable() implements Lookup {}
    }
}
