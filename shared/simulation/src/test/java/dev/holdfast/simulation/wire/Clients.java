package dev.holdfast.simulation.wire;

import dev.holdfast.aws.client.DynamoDb;
import dev.holdfast.aws.client.Sqs;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients that ship, with their retries and time limits, led to a service on this machine. */
final class Clients {
    private static final String ENDPOINT = "aws.endpointUrl";

    static {
        Map.of("aws.region", "eu-central-1", "aws.accessKeyId", "local", "aws.secretAccessKey", "local")
                .forEach(System::setProperty);
    }

    private Clients() {}

    static DynamoDbClient dynamoDb(URI endpoint) {
        return led(endpoint, DynamoDb::client);
    }

    static SqsClient sqs(URI endpoint) {
        return led(endpoint, Sqs::client);
    }

    /** The SDK asks this property when it makes a client. */
    private static synchronized <C> C led(URI endpoint, Supplier<C> made) {
        System.setProperty(ENDPOINT, endpoint.toString());
        try {
            return made.get();
        } finally {
            System.clearProperty(ENDPOINT);
        }
    }
}
