package dev.holdfast.local.cloud.front;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Request;

/** Hands SQS requests on to ElasticMQ. */
final class QueueForwarding {
    /** A long poll lasts up to 20 seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final List<String> HEADERS =
            List.of("Content-Type", "X-Amz-Target", "Authorization", "x-amzn-query-mode", "X-Amz-Date");

    private final HttpClient http;
    private final URI endpoint;

    QueueForwarding(URI endpoint) {
        this.endpoint = endpoint;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    void forward(Exchange exchange) throws IOException, InterruptedException {
        Request request = exchange.request();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        endpoint.resolve(request.getHttpURI().getPathQuery()))
                .timeout(TIMEOUT)
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.body()));
        for (String header : HEADERS) {
            String value = request.getHeaders().get(header);
            if (value != null) {
                forwarded.header(header, value);
            }
        }
        HttpResponse<byte[]> response = http.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
        response.headers()
                .firstValue("x-amzn-query-error")
                .ifPresent(error -> exchange.response().getHeaders().put("x-amzn-query-error", error));
        exchange.answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("application/x-amz-json-1.0"),
                response.body());
    }
}
