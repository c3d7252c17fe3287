package dev.holdfast.aws.client;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client of DynamoDB. */
public final class DynamoDb {
    private DynamoDb() {}

    /** A new client; one per function is enough. */
    public static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .overrideConfiguration(Settings.retries())
                .httpClientBuilder(Settings.http())
                .build();
    }
}
