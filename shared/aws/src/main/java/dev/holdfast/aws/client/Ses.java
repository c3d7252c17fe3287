package dev.holdfast.aws.client;

import software.amazon.awssdk.services.ses.SesClient;

/** The client of SES. */
public final class Ses {
    private Ses() {}

    /** A new client; one per function is enough. */
    public static SesClient client() {
        return SesClient.builder()
                .overrideConfiguration(Settings.retries())
                .httpClientBuilder(Settings.http())
                .build();
    }
}
