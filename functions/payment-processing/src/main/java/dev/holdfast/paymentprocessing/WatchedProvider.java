package dev.holdfast.paymentprocessing;

import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.aws.metrics.Metrics;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.Map;

/** Counts the calls and look-ups after which nobody knows what became of a payment. */
final class WatchedProvider implements PaymentProvider {
    private final PaymentProvider provider;
    private final Metrics metrics;

    WatchedProvider(PaymentProvider provider, Metrics metrics) {
        this.provider = provider;
        this.metrics = metrics;
    }

    @Override
    public Answer authorise(OrderId order, long minor, String currency, String token) {
        return seen(order, provider.authorise(order, minor, currency, token));
    }

    @Override
    public Answer capture(OrderId order, long minor) {
        return seen(order, provider.capture(order, minor));
    }

    @Override
    public Answer voidAuthorisation(OrderId order, long minor) {
        return seen(order, provider.voidAuthorisation(order, minor));
    }

    @Override
    public Lookup lookUp(OrderId order, Intent intent) {
        Lookup lookup = provider.lookUp(order, intent);
        switch (lookup) {
            case Lookup.Found(Answer answer) -> seen(order, answer);
            case Lookup.Unavailable() -> unknown(order);
            case Lookup.NotFound() -> {}
        }
        return lookup;
    }

    private Answer seen(OrderId order, Answer answer) {
        switch (answer) {
            case Answer.Unknown() -> unknown(order);
            case Answer.Approved _, Answer.Declined _, Answer.Unavailable _ -> {}
        }
        return answer;
    }

    private void unknown(OrderId order) {
        metrics.count(Metric.PAYMENTS_UNKNOWN, Map.of("correlationId", order.value()));
    }
}
