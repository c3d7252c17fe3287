package dev.holdfast.aws.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.aws.Contract;
import dev.holdfast.aws.Tables;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import dev.holdfast.ordering.port.PaymentProvider.Intent;
import dev.holdfast.ordering.port.PaymentProvider.Lookup;
import org.junit.jupiter.api.Test;

@Contract("SandboxPaymentsTable")
class SandboxProviderTest {
    private static final OrderId ORDER = OrderId.of(new ChannelId("shop"), new OrderNumber("1"));
    private static final Answer DECLINED = new Answer.Declined();

    private final SandboxProvider provider;

    SandboxProviderTest(Tables tables) {
        this.provider = new SandboxProvider(tables.client(), "SandboxPaymentsTable");
    }

    private Answer authorise(String token) {
        return provider.authorise(ORDER, 200, "GBP", token);
    }

    @Test
    void the_same_intent_again_is_answered_from_memory() {
        assertThat(authorise("tok_approved")).isEqualTo(new Answer.Approved(200));
        assertThat(authorise("tok_declined")).isEqualTo(new Answer.Approved(200));
        assertThat(provider.lookUp(ORDER, Intent.AUTHORISE)).isEqualTo(new Lookup.Found(new Answer.Approved(200)));
        assertThat(provider.lookUp(ORDER, Intent.CAPTURE)).isEqualTo(new Lookup.NotFound());
    }

    @Test
    void an_answer_that_gets_lost_has_taken_effect() {
        assertThat(authorise("tok_timeout_after_success")).isEqualTo(new Answer.Unknown());
        assertThat(provider.lookUp(ORDER, Intent.AUTHORISE)).isEqualTo(new Lookup.Found(new Answer.Approved(200)));
    }

    @Test
    void an_authorisation_is_given_back() {
        authorise("tok_approved");
        assertThat(provider.voidAuthorisation(ORDER, 200)).isEqualTo(new Answer.Approved(200));
        assertThat(provider.lookUp(ORDER, Intent.VOID)).isEqualTo(new Lookup.Found(new Answer.Approved(200)));
    }

    @Test
    void after_a_void_an_authorisation_that_was_under_way_is_declined() {
        assertThat(authorise("tok_unavailable")).isEqualTo(new Answer.Unavailable());
        assertThat(provider.voidAuthorisation(ORDER, 0)).isEqualTo(new Answer.Approved(0));
        assertThat(authorise("tok_approved")).isEqualTo(DECLINED);
        assertThat(provider.lookUp(ORDER, Intent.AUTHORISE)).isEqualTo(new Lookup.Found(DECLINED));
    }

    @Test
    void what_was_authorised_to_be_declined_later_is_not_captured() {
        authorise("tok_capture_declined");
        assertThat(provider.capture(ORDER, 200)).isEqualTo(DECLINED);
    }
}
