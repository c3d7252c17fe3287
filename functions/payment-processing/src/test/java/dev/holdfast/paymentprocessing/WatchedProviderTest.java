package dev.holdfast.paymentprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.metrics.Metric;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.port.PaymentProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedProviderTest {
    private static final OrderId ORDER = new OrderId("ord_00000000000000000000000000");

    private final List<Metric> counted = new ArrayList<>();

    /** A provider that answers this to all. */
    private record Saying(Answer answer, Lookup lookup) implements PaymentProvider {
        @Override
        public Answer authorise(OrderId order, long minor, String currency, String token) {
            return answer;
        }

        @Override
        public Answer capture(OrderId order, long minor) {
            return answer;
        }

        @Override
        public Answer voidAuthorisation(OrderId order, long minor) {
            return answer;
        }

        @Override
        public Lookup lookUp(OrderId order, Intent intent) {
            return lookup;
        }
    }

    private long unknownsOf(PaymentProvider.Answer answer, PaymentProvider.Lookup lookup) {
        counted.clear();
        PaymentProvider provider =
                new WatchedProvider(new Saying(answer, lookup), (values, _) -> counted.addAll(values.keySet()));
        assertThat(provider.authorise(ORDER, 1, "GBP", "")).isEqualTo(answer);
        assertThat(provider.capture(ORDER, 1)).isEqualTo(answer);
        assertThat(provider.voidAuthorisation(ORDER, 1)).isEqualTo(answer);
        assertThat(provider.lookUp(ORDER, PaymentProvider.Intent.CAPTURE)).isEqualTo(lookup);
        assertThat(counted).allMatch(Metric.PAYMENTS_UNKNOWN::equals);
        return counted.size();
    }

    @Test
    void calls_and_look_ups_after_which_nobody_knows_are_counted() {
        PaymentProvider.Answer unknown = new PaymentProvider.Answer.Unknown();
        assertThat(unknownsOf(unknown, new PaymentProvider.Lookup.Found(unknown)))
                .isEqualTo(4);
        assertThat(unknownsOf(unknown, new PaymentProvider.Lookup.Unavailable()))
                .isEqualTo(4);
        assertThat(unknownsOf(unknown, new PaymentProvider.Lookup.NotFound())).isEqualTo(3);
    }

    @Test
    void an_answer_is_an_answer_also_when_it_is_no() {
        PaymentProvider.Answer no = new PaymentProvider.Answer.Declined();
        assertThat(unknownsOf(no, new PaymentProvider.Lookup.Found(no))).isZero();
        assertThat(unknownsOf(new PaymentProvider.Answer.Unavailable(), new PaymentProvider.Lookup.NotFound()))
                .isZero();
    }
}
