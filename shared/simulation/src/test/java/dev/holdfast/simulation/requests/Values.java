package dev.holdfast.simulation.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values by their JSON schema: such as fit it, and such as do not. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FEW = 4;
    private static final long RECENT_SECONDS = 1_000_000;
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "two\nlines",
            "\ud800",
            "\u202e",
            "x".repeat(300),
            "4111 1111 1111 1111",
            "' OR 1=1 --",
            "../../etc",
            "${jndi:x}",
            "\ud83d\ude00".repeat(200),
            "e\u0301");

    private final Random random;
    private final Instant now;
    private final Map<String, RgxGen> forms = new HashMap<>();
    private final Map<String, List<String>> known;

    /** @param known values that name something, by the name of the property that holds them */
    Values(Random random, Instant now, Map<String, List<String>> known) {
        this.random = random;
        this.now = now;
        this.known = known;
    }

    /** One that fits. */
    JsonNode fitting(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(integer(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), fitting(property.getKey(), property.getValue()));
            }
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(FEW);
        int size = least + random.nextInt(Math.min(most - least, FEW) + 1);
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(fitting(name, schema.path("items")));
        }
        return array;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return switch (random.nextInt(FEW)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, least + random.nextInt(50));
        };
    }

    private String text(String name, JsonNode schema) {
        Optional<String> existing = one(known.getOrDefault(name, List.of()));
        if (existing.isPresent() && random.nextInt(FEW) > 0) {
            return existing.get();
        }
        if (schema.path("format").asText().equals("date-time")) {
            return now.minusSeconds(random.nextLong(RECENT_SECONDS)).toString();
        }
        String pattern = schema.path("pattern").asText("[a-z]{1,12}");
        String text = forms.computeIfAbsent(pattern, RgxGen::parse).generate(random);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return text.length() > most ? text.substring(0, most) : text;
    }

    private Optional<String> one(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }

    /** One that hardly fits anything. */
    JsonNode odd() {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.numberNode(-1);
            case 3 -> JSON.numberNode(0.5);
            case 4 -> JSON.numberNode(new BigInteger("9".repeat(30)));
            case 5 -> JSON.numberNode(Long.MAX_VALUE);
            case 6 -> JSON.arrayNode();
            case 7 -> JSON.objectNode().set("a", deep(200));
            default -> JSON.textNode(oddText());
        };
    }

    String oddText() {
        return ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
    }

    private static JsonNode deep(int levels) {
        ArrayNode outermost = JSON.arrayNode();
        ArrayNode inner = outermost;
        for (int i = 0; i < levels; i++) {
            inner = inner.addArray();
        }
        return outermost;
    }

    /** This value with one place in it spoilt. */
    JsonNode spoilt(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty() && random.nextInt(FEW) > 0) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(FEW)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("surprise", odd());
                default -> object.set(name, spoilt(object.get(name)));
            }
            return object;
        }
        if (value instanceof ArrayNode array && !array.isEmpty() && random.nextInt(FEW) > 0) {
            int index = random.nextInt(array.size());
            return array.set(index, spoilt(array.get(index)));
        }
        return odd();
    }
}
