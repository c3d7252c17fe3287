package dev.holdfast.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.AccessKeys.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The HTTP API, as a channel or staff calls it. */
final class ShopApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    ShopApi(URI url) {
        this.url = url;
    }

    JsonNode put(AccessKey key, String path, ObjectNode body) throws IOException, InterruptedException {
        return send(key, path, "PUT", body.toString());
    }

    JsonNode post(AccessKey key, String path, ObjectNode body) throws IOException, InterruptedException {
        return send(key, path, "POST", body.toString());
    }

    JsonNode get(AccessKey key, String path) throws IOException, InterruptedException {
        return send(key, path, "GET", "");
    }

    private JsonNode send(AccessKey key, String path, String method, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + key.key())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() >= 400) {
            throw new IOException(method + " " + path + " was answered " + response.statusCode() + ": "
                    + answer.path("detail").asText(answer.toString()));
        }
        return answer;
    }
}
