package dev.holdfast.aws.client;

import software.amazon.awssdk.services.sqs.SqsClient;

/** The client of SQS. */
public final class Sqs {
    private Sqs() {}

    /** A new client; one per function is enough. */
    public static SqsClient client() {
        return SqsClient.builder()
                .overrideConfiguration(Settings.retries())
                .httpClientBuilder(Settings.http())
                .build();
    }
}
