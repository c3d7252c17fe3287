package dev.holdfast.local.cloud.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.query.QueryFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A subscription's filter policy: every key must match, by any of its conditions. */
final class FilterPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode policy;

    private FilterPolicy(JsonNode policy) {
        this.policy = policy;
    }

    static FilterPolicy parse(String json) {
        try {
            JsonNode policy = JSON.readTree(json);
            if (!policy.isObject()) {
                throw new QueryFault(400, "InvalidParameter", "Invalid parameter: FilterPolicy must be an object");
            }
            return new FilterPolicy(policy);
        } catch (JsonProcessingException e) {
            throw new QueryFault(400, "InvalidParameter", "Invalid parameter: FilterPolicy: failed to parse JSON");
        }
    }

    boolean matches(Publication publication, boolean byBody) {
        return matchesAll(policy, byBody ? body(publication) : attributes(publication));
    }

    private static JsonNode body(Publication publication) {
        try {
            return JSON.readTree(publication.message());
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static JsonNode attributes(Publication publication) {
        ObjectNode values = JSON.createObjectNode();
        publication.attributes().forEach((name, attribute) -> values.set(name, value(attribute)));
        return values;
    }

    private static JsonNode value(Publication.Attribute attribute) {
        try {
            return switch (attribute.type()) {
                case "Number" -> JSON.getNodeFactory().numberNode(new BigDecimal(attribute.value()));
                case "String.Array" -> JSON.readTree(attribute.value());
                default -> JSON.getNodeFactory().textNode(attribute.value());
            };
        } catch (JsonProcessingException | NumberFormatException e) {
            return JSON.getNodeFactory().textNode(attribute.value());
        }
    }

    private static boolean matchesAll(JsonNode policy, JsonNode values) {
        for (Map.Entry<String, JsonNode> rule : policy.properties()) {
            JsonNode value = values.path(rule.getKey());
            boolean matched = switch (rule.getKey()) {
                case "$or" -> stream(rule.getValue()).anyMatch(choice -> matchesAll(choice, values));
                default ->
                    rule.getValue().isObject()
                            ? matchesAll(rule.getValue(), value)
                            : stream(rule.getValue()).anyMatch(condition -> matchesAny(condition, value));
            };
            if (!matched) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesAny(JsonNode condition, JsonNode value) {
        if (condition.isObject() && condition.has("exists")) {
            return condition.get("exists").asBoolean() != value.isMissingNode();
        }
        if (value.isArray()) {
            return stream(value).anyMatch(item -> matchesOne(condition, item));
        }
        return !value.isMissingNode() && matchesOne(condition, value);
    }

    private static boolean matchesOne(JsonNode condition, JsonNode value) {
        if (!condition.isObject()) {
            return same(condition, value);
        }
        Map.Entry<String, JsonNode> operator = condition.properties().iterator().next();
        JsonNode operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> value.isTextual() && value.asText().startsWith(operand.asText());
            case "suffix" -> value.isTextual() && value.asText().endsWith(operand.asText());
            case "equals-ignore-case" -> value.isTextual() && value.asText().equalsIgnoreCase(operand.asText());
            case "anything-but" ->
                operand.isArray()
                        ? stream(operand).noneMatch(item -> matchesOne(item, value))
                        : !matchesOne(operand, value);
            case "numeric" -> value.isNumber() && numeric(operand, value.decimalValue());
            default ->
                throw new QueryFault(
                        400, "InvalidParameter", "Invalid parameter: FilterPolicy: unknown " + operator.getKey());
        };
    }

    private static boolean same(JsonNode condition, JsonNode value) {
        return (condition.isNumber() && value.isNumber())
                ? condition.decimalValue().compareTo(value.decimalValue()) == 0
                : condition.equals(value);
    }

    private static boolean numeric(JsonNode conditions, BigDecimal value) {
        List<JsonNode> parts = stream(conditions).toList();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            int order = value.compareTo(parts.get(i + 1).decimalValue());
            boolean holds = switch (parts.get(i).asText()) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> false;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
