package dev.holdfast.fulfilment.port;

import dev.holdfast.fulfilment.ShippingNotice;

/** Sends e-mail. It cannot be asked afterwards whether it did. */
public interface Mail {
    /** Sends the notice, or says why not. */
    Outcome send(ShippingNotice notice);

    /** What became of it. */
    sealed interface Outcome {
        /** Handed over. */
        record Sent() implements Outcome {}

        /** This address or content will never be accepted. */
        record Refused(String why) implements Outcome {}

        /** Not now, or no answer came: it may be sent once more than it should. */
        record Unknown() implements Outcome {}
    }
}
