package dev.holdfast.local.client;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of a local cloud's AWS APIs, which take any credentials. */
public record AwsClients(DynamoDbClient dynamoDb, SqsClient sqs) implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    /** Clients of the APIs at this address. */
    public static AwsClients at(URI aws) {
        return new AwsClients(
                DynamoDbClient.builder()
                        .endpointOverride(aws)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(ANYBODY)
                        .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(ANSWER))
                        .build(),
                SqsClient.builder()
                        .endpointOverride(aws)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(ANYBODY)
                        .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(ANSWER))
                        .build());
    }

    @Override
    public void close() {
        dynamoDb.close();
        sqs.close();
    }
}
