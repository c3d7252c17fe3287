package dev.holdfast.aws.fulfilment;

import dev.holdfast.fulfilment.ShippingNotice;
import dev.holdfast.fulfilment.port.Mail;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SesException;

/** E-mail through SES, from one address that is verified there. */
public final class SesMail implements Mail {
    private static final String UTF_8 = "UTF-8";
    private static final String INVALID = "InvalidParameterValue";

    private final SesClient ses;
    private final String sender;

    public SesMail(SesClient ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    @Override
    public Outcome send(ShippingNotice notice) {
        try {
            ses.sendEmail(request -> request.source(sender)
                    .destination(to -> to.toAddresses(notice.to()))
                    .message(message -> message.subject(
                                    subject -> subject.data(notice.subject()).charset(UTF_8))
                            .body(body ->
                                    body.text(text -> text.data(notice.text()).charset(UTF_8)))));
            return new Outcome.Sent();
        } catch (MessageRejectedException e) {
            return new Outcome.Refused("the message was rejected");
        } catch (SesException e) {
            boolean forGood = e.awsErrorDetails() != null
                    && INVALID.equals(e.awsErrorDetails().errorCode());
            return forGood ? new Outcome.Refused("the address is invalid") : new Outcome.Unknown();
        } catch (SdkException e) {
            return new Outcome.Unknown();
        }
    }
}
