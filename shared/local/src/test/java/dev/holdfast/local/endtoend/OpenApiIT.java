package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document, the template and the router say the same. That answers keep it, {@link Caller} checks of all. */
@ExtendWith(OneSystem.class)
class OpenApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String META = "https://json-schema.org/draft/2020-12/schema";
    private static final String ORDER = "ord_00000000000000000000000000";

    private final RunningSystem system;
    private final JsonNode document;

    OpenApiIT(RunningSystem system) {
        this.system = system;
        this.document = system.told().document();
    }

    /** An operation of the document. */
    private record Told(String method, String path, JsonNode json) {
        boolean has(String header) {
            return json.path("parameters").findValuesAsText("name").contains(header);
        }

        JsonNode body() {
            return json.at("/requestBody/content/application~1json/schema");
        }

        String somewhere() {
            return path.replace("{sku}", "A")
                    .replace("{location}", "A")
                    .replace("{orderId}", ORDER)
                    .replace("{shipmentId}", ORDER + "-A");
        }
    }

    private List<Told> operations() {
        List<Told> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> operations.add(
                                new Told(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return operations;
    }

    private Caller caller(Told operation) {
        return operation.json().path("x-roles").toString().contains("channel")
                ? system.shop().caller()
                : system.staff();
    }

    @Test
    void it_is_of_3_1() {
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
    }

    @Test
    void its_paths_are_those_of_the_template() throws Exception {
        Set<String> declared = new TreeSet<>();
        Pattern.compile("Path: \"?(/v1/[^\",\\s]+)")
                .matcher(Files.readString(Path.of("..", "..", "template.yaml")))
                .results()
                .forEach(path -> declared.add(path.group(1)));
        Set<String> told = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(told::add);

        assertThat(told).isEqualTo(declared).hasSizeGreaterThan(15);
    }

    @Test
    void its_methods_are_those_that_the_router_names() {
        document.path("paths").properties().forEach(path -> {
            Set<String> told = new TreeSet<>(Set.of("OPTIONS"));
            path.getValue().fieldNames().forEachRemaining(method -> told.add(method.toUpperCase(Locale.ROOT)));
            if (told.contains("GET")) {
                told.add("HEAD");
            }
            Reply options = system.staff()
                    .send("OPTIONS", new Told("OPTIONS", path.getKey(), path.getValue()).somewhere(), new byte[0]);
            assertThat(new TreeSet<>(Arrays.asList(options.header("Allow").split(", "))))
                    .as(path.getKey())
                    .isEqualTo(told);
        });
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_tells_its_path_its_roles_and_an_answer() {
        assertThat(operations().stream()
                        .map(one -> one.json().path("operationId").asText()))
                .doesNotHaveDuplicates();
        assertThat(operations()).allSatisfy(one -> {
            assertThat(one.json().path("x-roles")).isNotEmpty();
            assertThat(one.json().path("summary").asText()).endsWith(".");
            assertThat(one.json().path("responses").fieldNames())
                    .toIterable()
                    .anyMatch(status -> status.startsWith("2"));
            one.json()
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("in").asText().equals("path"))
                            .isEqualTo(one.path()
                                    .contains("{" + parameter.path("name").asText() + "}")));
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void every_schema_is_one() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<JsonNode> schemas = new ArrayList<>(document.findValues("schema"));
        document.at("/components/schemas").forEach(schemas::add);
        Function<JsonNode, List<String>> faults = schema ->
                registry.getSchema(SchemaLocation.of(META)).validate(schema.toString(), InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList();

        assertThat(schemas)
                .hasSizeGreaterThan(100)
                .allSatisfy(schema -> assertThat(faults.apply(schema)).isEmpty());
        assertThat(faults.apply(JSON.createObjectNode().put("type", "text"))).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_body_is_read_as_it_is_told() {
        return operations().stream()
                .filter(one -> one.json().has("requestBody"))
                .map(one -> dynamicTest(one.method() + " " + one.path(), () -> bodyIsReadAsTold(one)));
    }

    private void bodyIsReadAsTold(Told operation) {
        JsonNode schema = operation.body();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add("/" + name.asText()));
        Set<String> all = new TreeSet<>(Set.of("/surprise"));
        ObjectNode wrong = JSON.createObjectNode().put("surprise", 1);
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            wrong.putArray(name).addArray();
            all.add("/" + name);
        });

        assertThat(pointers(operation, "{}")).isEqualTo(required);
        assertThat(pointers(operation, wrong.toString()).stream()
                        .map(pointer -> pointer.replaceFirst("(/[^/]+).*", "$1")))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private Set<String> pointers(Told operation, String body) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        if (operation.has("Idempotency-Key")) {
            headers.addAll(List.of("Idempotency-Key", Names.next("K")));
        }
        Reply reply = caller(operation)
                .send(
                        operation.method(),
                        operation.somewhere(),
                        body.getBytes(StandardCharsets.UTF_8),
                        headers.toArray(String[]::new));
        return new TreeSet<>(reply.mustRefuse(400, "malformed-request").pointers());
    }
}
