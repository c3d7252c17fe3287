package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.Decoder;
import dev.holdfast.aws.json.Decoders;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.ShipmentId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@code paths} of an OpenAPI 3.1 document, told by the table that also routes. */
final class OpenApi {
    private static final String COMPONENTS = "#/components/schemas/";
    private static final Map<String, Decoder<?>> PATH_VALUES = Map.of(
            "sku", Decoders.asSku(),
            "location", Decoders.asLocation(),
            "orderId", Decoders.asString(OrderId.FORM, OrderId::new),
            "shipmentId", Decoders.asString(ShipmentId.FORM, ShipmentId::parse));

    private OpenApi() {}

    static ObjectNode paths(Collection<Route> routes) {
        ObjectNode paths = JsonText.object();
        for (Route route : routes) {
            Operation operation = route.operation()
                    .orElseThrow(() -> new IllegalStateException(
                            route.method() + " " + route.path() + " tells nothing of itself"));
            paths.withObject("/" + route.path().replace("~", "~0").replace("/", "~1"))
                    .set(route.method().toLowerCase(Locale.ROOT), describe(route, operation));
        }
        return paths;
    }

    private static ObjectNode describe(Route route, Operation operation) {
        ObjectNode json = JsonText.object().put("operationId", id(route)).put("summary", operation.summary());
        ArrayNode roles = json.putArray("x-roles");
        route.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(roles::add);
        ArrayNode parameters = json.putArray("parameters");
        variables(route.path())
                .forEach((name, type) -> parameters
                        .addObject()
                        .put("name", name)
                        .put("in", "path")
                        .put("required", true)
                        .set("schema", type.schema()));
        operation.parameters().forEach(one -> parameters.add(parameter(one)));
        operation
                .body()
                .ifPresent(body -> json.putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject("application/json")
                        .set("schema", body.schema()));
        ObjectNode responses = json.putObject("responses");
        new TreeMap<>(operation.answers())
                .forEach((status, schema) -> responses
                        .putObject(status.toString())
                        .put("description", schema)
                        .putObject("content")
                        .putObject("application/json")
                        .putObject("schema")
                        .put("$ref", COMPONENTS + schema));
        problems(route, operation).forEach((status, types) -> responses.set(status.toString(), problem(types)));
        return json;
    }

    private static ObjectNode parameter(Operation.Parameter one) {
        ObjectNode json = JsonText.object()
                .put("name", one.name())
                .put("in", one.in().name().toLowerCase(Locale.ROOT))
                .put("required", one.times() > 1)
                .put("description", one.description());
        if (one.times() > 1) {
            json.putObject("schema")
                    .put("type", "array")
                    .put("minItems", 1)
                    .put("maxItems", one.times())
                    .set("items", one.type().schema());
        } else {
            json.set("schema", one.type().schema());
        }
        return json;
    }

    private static Map<Integer, SortedSet<String>> problems(Route route, Operation operation) {
        Map<Integer, SortedSet<String>> problems = new TreeMap<>();
        operation.problems().forEach((status, types) -> problems.put(status, new TreeSet<>(types)));
        add(problems, 401, "unauthenticated");
        add(problems, 403, "forbidden");
        add(problems, 500, "unexpected");
        add(problems, 503, "busy");
        if (!variables(route.path()).isEmpty()) {
            add(problems, 404, "not-found");
        }
        if (operation.body().isPresent()) {
            add(problems, 413, "body-too-large");
            add(problems, 415, "unsupported-media-type");
        }
        if (operation.body().isPresent() || !operation.parameters().isEmpty()) {
            add(problems, 400, "malformed-request");
        }
        return problems;
    }

    private static void add(Map<Integer, SortedSet<String>> problems, int status, String type) {
        problems.computeIfAbsent(status, _ -> new TreeSet<>()).add(type);
    }

    private static ObjectNode problem(SortedSet<String> types) {
        ObjectNode json = JsonText.object().put("description", String.join(", ", types));
        ObjectNode schema = json.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", COMPONENTS + "Problem");
        ArrayNode known = schema.putObject("properties").putObject("type").putArray("enum");
        types.forEach(type -> known.add("/problems/" + type));
        return json;
    }

    private static Map<String, Decoder<?>> variables(String path) {
        Map<String, Decoder<?>> variables = new TreeMap<>();
        for (String segment : path.split("/", -1)) {
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.length() - 1);
                variables.put(
                        name,
                        Optional.ofNullable(PATH_VALUES.get(name))
                                .orElseThrow(() -> new IllegalStateException("nothing is told of " + segment)));
            }
        }
        return variables;
    }

    /** {@code getSkusBySkuReorderPolicy}. */
    private static String id(Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String segment : route.path().substring("/v1/".length()).split("[/-]", -1)) {
            String word = segment.replaceAll("[{}]", "");
            id.append(segment.startsWith("{") ? "By" : "")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return id.toString();
    }
}
