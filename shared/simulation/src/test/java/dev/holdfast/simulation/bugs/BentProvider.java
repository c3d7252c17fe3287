package dev.holdfast.simulation.bugs;

import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** A provider whose callers got something wrong. */
final class BentProvider implements PaymentProvider {
    private final PaymentProvider straight;
    private final BiConsumer<OrderId, Intent> beforeCall;
    private final BiFunction<Intent, Answer, Answer> heard;
    private final boolean looksUp;

    BentProvider(
            PaymentProvider straight,
            BiConsumer<OrderId, Intent> beforeCall,
            BiFunction<Intent, Answer, Answer> heard,
            boolean looksUp) {
        this.straight = straight;
        this.beforeCall = beforeCall;
        this.heard = heard;
        this.looksUp = looksUp;
    }

    @Override
    public Answer authorise(OrderId order, long minor, String currency, String token) {
        beforeCall.accept(order, Intent.AUTHORISE);
        return heard.apply(Intent.AUTHORISE, straight.authorise(order, minor, currency, token));
    }

    @Override
    public Answer capture(OrderId order, long minor) {
        beforeCall.accept(order, Intent.CAPTURE);
        return heard.apply(Intent.CAPTURE, straight.capture(order, minor));
    }

    @Override
    public Answer voidAuthorisation(OrderId order, long minor) {
        beforeCall.accept(order, Intent.VOID);
        return heard.apply(Intent.VOID, straight.voidAuthorisation(order, minor));
    }

    @Override
    public Lookup lookUp(OrderId order, Intent intent) {
        return looksUp ? straight.lookUp(order, intent) : new Lookup.NotFound();
    }
}
