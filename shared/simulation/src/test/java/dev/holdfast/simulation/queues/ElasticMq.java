package dev.holdfast.simulation.queues;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ in memory, on a free port of this machine. */
public final class ElasticMq implements AutoCloseable {
    private final SQSRestServer server;
    private final URI uri;
    private final SqsClient client;

    private ElasticMq(SQSRestServer server) {
        this.server = server;
        this.uri = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.client = SqsClient.builder()
                .endpointOverride(uri)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    public static ElasticMq start() {
        return new ElasticMq(SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start());
    }

    public URI uri() {
        return uri;
    }

    /** A plain client of it. */
    public SqsClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
