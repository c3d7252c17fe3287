package dev.holdfast.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What was published to a topic of the local cloud, as it keeps it for reading back. */
public final class Published {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Published() {}

    /**
     * All CloudEvents of a topic, in the order of publication.
     *
     * @param aws address of the local cloud's AWS APIs
     * @throws SystemAway when nobody answers there
     */
    public static List<JsonNode> events(URI aws, String topic) throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String after = "0";
            while (!after.isEmpty()) {
                URI page = aws.resolve("/_aws/sns?topic=" + topic + "&after=" + after);
                HttpResponse<byte[]> answer =
                        http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IOException(page + " was answered " + answer.statusCode());
                }
                JsonNode body = JSON.readTree(answer.body());
                for (JsonNode message : body.path("messages")) {
                    events.add(JSON.readTree(message.path("message").asText()));
                }
                after = body.path("next").asText("");
            }
        } catch (IOException e) {
            throw new SystemAway(
                    "What was published cannot be read at " + aws + " (" + e.getMessage()
                            + "). Start the system with: mvn -Plocal (or name it with --aws).",
                    e);
        }
        return events;
    }
}
