package dev.holdfast.simulation.world;

import dev.holdfast.simulation.aws.MemorySes;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

/** SES at the other end of the wire. */
final class WiredSes implements SesClient {
    private final Wire wire;
    private final MemorySes post;

    WiredSes(Wire wire, MemorySes post) {
        this.wire = wire;
        this.post = post;
    }

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
        return wire.call(
                Call.SEND_EMAIL,
                () -> request.destination().toAddresses() + " "
                        + request.message().subject().data(),
                new Wire.Remote<>() {
                    @Override
                    public SendEmailResponse now() {
                        return post.sendEmail(request);
                    }

                    @Override
                    public RuntimeException refusal(Fault fault) {
                        return SesException.builder()
                                .statusCode(fault == Fault.THROTTLED ? 400 : 500)
                                .writableStackTrace(false)
                                .message("refused")
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode(fault == Fault.THROTTLED ? "Throttling" : "InternalFailure")
                                        .build())
                                .build();
                    }
                });
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
