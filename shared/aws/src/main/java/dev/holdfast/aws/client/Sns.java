package dev.holdfast.aws.client;

import software.amazon.awssdk.services.sns.SnsClient;

/** The client of SNS. */
public final class Sns {
    private Sns() {}

    /** A new client; one per function is enough. */
    public static SnsClient client() {
        return SnsClient.builder()
                .overrideConfiguration(Settings.retries())
                .httpClientBuilder(Settings.http())
                .build();
    }
}
