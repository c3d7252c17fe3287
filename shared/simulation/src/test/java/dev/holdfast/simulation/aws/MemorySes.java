package dev.holdfast.simulation.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;

/** The post in memory: what was handed over, in order. */
public final class MemorySes implements SesClient {
    private final List<Mail> sent = new ArrayList<>();

    /** An e-mail that went out. */
    public record Mail(String to, String subject, String text) {}

    public List<Mail> sent() {
        return sent;
    }

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
        sent.add(new Mail(
                request.destination().toAddresses().getFirst(),
                request.message().subject().data(),
                request.message().body().text().data()));
        return SendEmailResponse.builder().messageId("mail-" + sent.size()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
