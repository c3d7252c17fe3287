package dev.holdfast.simulation.world;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** A payment provider at the other end of the wire. */
final class WiredProvider implements PaymentProvider {
    private final Wire wire;
    private final Ledger ledger;

    WiredProvider(Wire wire, Ledger ledger) {
        this.wire = wire;
        this.ledger = ledger;
    }

    @Override
    public Answer authorise(OrderId order, long minor, String currency, String token) {
        return act(Call.AUTHORISE, order, Intent.AUTHORISE, minor);
    }

    @Override
    public Answer capture(OrderId order, long minor) {
        return act(Call.CAPTURE, order, Intent.CAPTURE, minor);
    }

    @Override
    public Answer voidAuthorisation(OrderId order, long minor) {
        return act(Call.VOID, order, Intent.VOID, minor);
    }

    private Answer act(Call call, OrderId order, Intent intent, long minor) {
        Answer[] wanted = {new Answer.Approved(minor)};
        Supplier<String> about = () -> order + " " + minor;
        try {
            return wire.call(call, about, new Wire.Remote<>() {
                @Override
                public Answer now() {
                    return ledger.act(order, intent, wanted[0]);
                }

                @Override
                public void met(Fault fault) {
                    wanted[0] = switch (fault) {
                        case DECLINED -> new Answer.Declined();
                        case WRONG_AMOUNT -> new Answer.Approved(Math.max(1, minor / 2));
                        default -> wanted[0];
                    };
                }

                @Override
                public RuntimeException refusal(Fault fault) {
                    return new Away();
                }
            });
        } catch (Away away) {
            return new Answer.Unavailable();
        } catch (SdkException lost) {
            return new Answer.Unknown();
        }
    }

    @Override
    public Lookup lookUp(OrderId order, Intent intent) {
        try {
            return wire.call(Call.LOOK_UP, () -> order + " " + intent, new Wire.Remote<Lookup>() {
                @Override
                public Lookup now() {
                    return ledger.find(order, intent)
                            .<Lookup>map(Lookup.Found::new)
                            .orElseGet(Lookup.NotFound::new);
                }

                @Override
                public RuntimeException refusal(Fault fault) {
                    return new Away();
                }
            });
        } catch (Away away) {
            return new Lookup.Unavailable();
        }
    }

    private static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away() {
            super("away", null, false, false);
        }
    }
}
