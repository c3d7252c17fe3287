package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Somebody with a key who calls the API, and asks again where it says that it is busy. Every answer must be one that the
 * OpenAPI document tells of.
 */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int BUSY = 503;

    private final HttpClient http;
    private final URI api;
    private final String authorization;
    private final ToldApi told;

    /** @param authorization what the header says; empty to leave it out */
    Caller(HttpClient http, URI api, String authorization, ToldApi told) {
        this.http = http;
        this.api = api;
        this.authorization = authorization;
        this.told = told;
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply post(String path, JsonNode body, String... headers) {
        return send("POST", path, json(body.toString().getBytes(StandardCharsets.UTF_8)), withType(headers));
    }

    Reply put(String path, JsonNode body, String... headers) {
        return send("PUT", path, json(body.toString().getBytes(StandardCharsets.UTF_8)), withType(headers));
    }

    /** These very bytes, with these headers and no others. */
    Reply send(String method, String path, byte[] body, String... headers) {
        return send(method, path, json(body), headers);
    }

    private static BodyPublisher json(byte[] body) {
        return BodyPublishers.ofByteArray(body);
    }

    private static String[] withType(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    private Reply send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(api.resolve(path)).timeout(ANSWER).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpRequest built = request.build();
        return Patience.until("the API is not busy", () -> once(built), reply -> reply.status() != BUSY);
    }

    private Reply once(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            assertThat(told.faults(request.method(), request.uri().getPath(), response.statusCode(), body))
                    .as("%s %s: %s", request.method(), request.uri(), body)
                    .isEmpty();
            return new Reply(response.statusCode(), response.headers(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " has no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
