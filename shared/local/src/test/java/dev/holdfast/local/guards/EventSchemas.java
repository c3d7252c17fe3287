package dev.holdfast.local.guards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The schemas and samples in {@code events/published}. */
final class EventSchemas {
    private static final String SCHEMA = ".schema.json";
    private static final String SAMPLE = ".json";
    /** Where the schemas stand for the validator; they refer to each other by relative references. */
    private static final String BASE = "file:///schemas/";

    private final SchemaRegistry registry;

    EventSchemas() {
        Map<String, String> byId = Repository.names(Repository.PUBLISHED).stream()
                .filter(name -> name.endsWith(SCHEMA))
                .collect(Collectors.toMap(
                        name -> BASE + name, name -> Repository.text(Repository.PUBLISHED.resolve(name))));
        registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
    }

    static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode sample(String type) {
        return parse(Repository.text(Repository.PUBLISHED.resolve(type + SAMPLE)));
    }

    Set<String> sampledTypes() {
        return Repository.names(Repository.PUBLISHED).stream()
                .filter(name -> name.endsWith(SAMPLE) && !name.endsWith(SCHEMA))
                .map(name -> name.substring(0, name.length() - SAMPLE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with the event by the schema of its type. */
    List<String> faults(String type, JsonNode event) {
        return registry
                .getSchema(SchemaLocation.of(BASE + type + SCHEMA))
                .validate(
                        event.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
