package dev.holdfast.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The OpenAPI document that the build has written, and whether an answer is one that it tells of. */
final class ToldApi {
    private static final Path FILE = Path.of("target/openapi.json");
    private static final Set<String> UNTOLD = Set.of("HEAD", "OPTIONS");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<ObjectNode, Schema> schemas = new ConcurrentHashMap<>();

    ToldApi() {
        try {
            document = new ObjectMapper().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole of it. */
    JsonNode document() {
        return document;
    }

    /** What the document does not tell of this answer; a request to where nothing is told must be refused. */
    List<String> faults(String method, String asked, int status, JsonNode body) {
        if (UNTOLD.contains(method)) {
            return List.of();
        }
        Optional<String> path = path(asked);
        JsonNode operation = path.map(
                        found -> document.path("paths").path(found).path(method.toLowerCase(Locale.ROOT)))
                .orElseGet(MissingNode::getInstance);
        if (operation.isMissingNode()) {
            return List.of(401, 404, 405).contains(status) ? List.of() : List.of("nothing is told of " + asked);
        }
        JsonNode content =
                operation.path("responses").path(Integer.toString(status)).path("content");
        if (content.isMissingNode()) {
            return List.of(method + " " + path + " does not tell of " + status);
        }
        ObjectNode schema = content.elements().next().path("schema").deepCopy();
        schema.set("components", document.path("components"));
        return schemas
                .computeIfAbsent(schema, told -> REGISTRY.getSchema(told.toString()))
                .validate(
                        body.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Fixed segments before variables, as the gateway chooses. */
    private Optional<String> path(String asked) {
        Map<String, String> byPreference = new TreeMap<>();
        document.path("paths").fieldNames().forEachRemaining(path -> byPreference.put(path.replace('{', '~'), path));
        return byPreference.values().stream()
                .filter(path -> Pattern.matches(path.replaceAll("\\{[a-zA-Z]+}", "[^/]+"), asked))
                .findFirst();
    }
}
