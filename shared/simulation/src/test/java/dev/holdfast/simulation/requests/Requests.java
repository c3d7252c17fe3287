package dev.holdfast.simulation.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.http.HttpApi;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Requests of an operation, as the REST API hands them over. */
final class Requests {
    private static final int SELDOM = 10;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "",
            "application/x-www-form-urlencoded");

    private final Random random;
    private final Values values;
    private final List<String> credentials;

    Requests(Random random, Values values, List<String> credentials) {
        this.random = random;
        this.values = values;
        this.credentials = credentials;
    }

    /** An operation that is told of. */
    record Operation(HttpApi function, String method, String path, JsonNode told) {
        String name() {
            return method + " " + path;
        }
    }

    /** A request of this operation; two in three as it is told, the others spoilt somewhere. */
    ObjectNode of(Operation operation) {
        boolean spoilt = random.nextInt(3) == 0;
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("httpMethod", spoilt && seldom() ? anyOf(METHODS) : operation.method())
                .put("isBase64Encoded", false)
                .putNull("body");
        ObjectNode headers = event.putObject("headers");
        headers.put("Authorization", "Bearer " + credential(operation, spoilt));
        ObjectNode query = event.putObject("multiValueQueryStringParameters");
        String path = operation.path();
        for (JsonNode parameter : operation.told().path("parameters")) {
            String name = parameter.path("name").asText();
            JsonNode value = spoilt && seldom()
                    ? JsonNodeFactory.instance.textNode(values.oddText())
                    : values.fitting(name, parameter.path("schema"));
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", value.asText());
                case "query" -> {
                    if (parameter.path("required").asBoolean() || random.nextBoolean()) {
                        ArrayNode all = query.putArray(name);
                        (value.isArray() ? value : List.of(value)).forEach(one -> all.add(one.asText()));
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        headers.put(name, value.asText());
                    }
                }
            }
        }
        event.put("path", path);
        event.putObject("requestContext").put("requestId", "r");
        if (operation.told().has("requestBody")) {
            headers.put("Content-Type", spoilt && seldom() ? anyOf(TYPES) : "application/json");
            body(event, operation.told().at("/requestBody/content/application~1json/schema"), spoilt);
        }
        return event;
    }

    private void body(ObjectNode event, JsonNode schema, boolean spoilt) {
        JsonNode value = values.fitting("", schema);
        if (!spoilt) {
            event.put("body", value.toString());
            return;
        }
        String text = values.spoilt(value).toString();
        switch (random.nextInt(SELDOM)) {
            case 0 -> event.put("body", text.substring(0, random.nextInt(text.length() + 1)));
            case 1 -> event.put("body", text.replaceFirst("\\{", "{\"reference\":\"twice\",\"reference\":\"twice\","));
            case 2 -> event.put("body", text + text);
            case 3 -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_16);
                event.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
            }
            default -> event.put("body", text);
        }
    }

    /** Mostly of somebody whom the operation serves. */
    private String credential(Operation operation, boolean spoilt) {
        if (spoilt && seldom()) {
            return anyOf(credentials);
        }
        JsonNode roles = operation.told().path("x-roles");
        return "hf_" + roles.get(random.nextInt(roles.size())).asText().toLowerCase(Locale.ROOT);
    }

    private boolean seldom() {
        return random.nextInt(SELDOM) < 3;
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
