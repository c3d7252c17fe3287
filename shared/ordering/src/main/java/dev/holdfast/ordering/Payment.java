package dev.holdfast.ordering;

/**
 * The states of an order's payment. Amounts are minor units of the order's currency. The states that end in -ing are
 * fences: committed before the provider is called, so that an unknown answer is looked up and never repeated under
 * another key.
 */
public sealed interface Payment {
    PaymentStatus status();

    /** Minor units authorised and not voided. */
    default long authorisedMinor() {
        return 0;
    }

    /** Minor units captured. */
    default long capturedMinor() {
        return 0;
    }

    /** Nothing is under way and nothing is left to undo when the order is cancelled now. */
    default boolean settledWhenCancelled() {
        return false;
    }

    /** No provider is asked. */
    record NotRequired() implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.NOT_REQUIRED;
        }

        @Override
        public boolean settledWhenCancelled() {
            return true;
        }
    }

    /**
     * To be authorised once the goods are held; the provider was away so many times. After the first time a call of
     * another handler may still be under way, so the order is not cancelled without a void.
     */
    record Pending(int attempts) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.PENDING;
        }

        @Override
        public boolean settledWhenCancelled() {
            return attempts == 0;
        }
    }

    /** The provider is being asked, or was and its answer is unknown. */
    record Authorising(int attempts) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.AUTHORISING;
        }
    }

    /** The provider keeps this amount for us. */
    record Authorised(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.AUTHORISED;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }
    }

    /** The provider said no. */
    record Declined() implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.DECLINED;
        }

        @Override
        public boolean settledWhenCancelled() {
            return true;
        }
    }

    /** The provider authorised another amount than was asked. */
    record WrongAmount(long minor) implements Payment {
        /** Why its order is in review. */
        public static final String REASON = "WRONG_AMOUNT";

        @Override
        public PaymentStatus status() {
            return PaymentStatus.REVIEW;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }
    }

    /** The capture is being asked for, or was and its answer is unknown. */
    record Capturing(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.CAPTURING;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }
    }

    /** The money is ours. */
    record Captured(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.CAPTURED;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }

        @Override
        public long capturedMinor() {
            return minor;
        }
    }

    /** The goods have left and the provider will not pay: somebody must look. */
    record CaptureDeclined(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.REVIEW;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }
    }

    /** The authorisation is being given back, or was and the answer is unknown. */
    record Voiding(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.VOIDING;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }
    }

    /** Given back, or never asked for and never to be: nothing can be charged any more. */
    record Voided(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.VOIDED;
        }

        @Override
        public boolean settledWhenCancelled() {
            return true;
        }
    }

    /**
     * The provider will not give the authorisation back. It is never captured, so it lapses by itself; the order ends,
     * and somebody may look.
     */
    record VoidDeclined(long minor) implements Payment {
        @Override
        public PaymentStatus status() {
            return PaymentStatus.REVIEW;
        }

        @Override
        public long authorisedMinor() {
            return minor;
        }

        @Override
        public boolean settledWhenCancelled() {
            return true;
        }
    }
}
