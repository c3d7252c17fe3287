package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.aws.json.Fault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The event of a REST API's proxy integration (payload format 1.0), read as it comes. */
final class ProxyEvent {
    private final JsonNode event;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    ProxyEvent(JsonNode event) {
        this.event = event;
        event.path("multiValueHeaders").properties().forEach(header -> {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asText()));
            headers.put(header.getKey(), String.join(", ", values));
        });
        event.path("headers")
                .properties()
                .forEach(header ->
                        headers.putIfAbsent(header.getKey(), header.getValue().asText()));
    }

    String method() {
        return event.path("httpMethod").asText();
    }

    String path() {
        return event.path("path").asText();
    }

    String requestId() {
        return event.path("requestContext").path("requestId").asText("unknown");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    List<String> query(String name) {
        List<String> values = new ArrayList<>();
        event.path("multiValueQueryStringParameters").path(name).forEach(value -> values.add(value.asText()));
        JsonNode single = event.path("queryStringParameters").path(name);
        if (values.isEmpty() && single.isTextual()) {
            values.add(single.textValue());
        }
        return values;
    }

    /**
     * The body's bytes; none where there is no body.
     *
     * @throws Refusal when it is no base64 though it says so, or not even text
     */
    byte[] body() {
        JsonNode body = event.path("body");
        if (!body.isTextual()) {
            return new byte[0];
        }
        try {
            return event.path("isBase64Encoded").asBoolean()
                    ? Base64.getDecoder().decode(body.textValue())
                    : bytes(body.textValue());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refusal(Problem.malformed(List.of(new Fault("", "must be UTF-8"))));
        }
    }

    private static byte[] bytes(String text) throws CharacterCodingException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
