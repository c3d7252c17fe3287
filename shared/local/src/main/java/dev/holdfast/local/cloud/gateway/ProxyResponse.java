package dev.holdfast.local.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a function answered through the proxy integration. */
record ProxyResponse(int status, Map<String, List<String>> headers, ByteBuffer body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where it is no answer that the gateway understands. */
    static Optional<ProxyResponse> parse(byte[] response) {
        try {
            JsonNode json = JSON.readTree(response);
            int status = json.path("statusCode").asInt();
            if (status < 200 || status > 599) {
                return Optional.empty();
            }
            Map<String, List<String>> headers = new LinkedHashMap<>();
            json.path("headers")
                    .properties()
                    .forEach(header -> headers.put(
                            header.getKey(), List.of(header.getValue().asText())));
            json.path("multiValueHeaders").properties().forEach(header -> {
                List<String> values = new ArrayList<>();
                header.getValue().forEach(value -> values.add(value.asText()));
                headers.put(header.getKey(), values);
            });
            String body = json.path("body").asText("");
            return Optional.of(new ProxyResponse(
                    status,
                    headers,
                    ByteBuffer.wrap(
                            json.path("isBase64Encoded").asBoolean()
                                    ? Base64.getDecoder().decode(body)
                                    : body.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
