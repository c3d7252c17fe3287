package dev.holdfast.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.FunctionLoader;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Functions that remember the events they get and do what a test says. */
final class ToyFunctions implements FunctionLoader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();

    interface Behaviour {
        String answer(JsonNode event) throws FunctionFailed;
    }

    void on(String function, Behaviour behaviour) {
        behaviours.put(function, behaviour);
    }

    List<JsonNode> events(String function) {
        return events.computeIfAbsent(function, ignored -> new CopyOnWriteArrayList<>());
    }

    @Override
    public LambdaFunction load(FunctionSpec spec) {
        return new LambdaFunction() {
            @Override
            public String name() {
                return spec.name();
            }

            @Override
            public byte[] invoke(byte[] event) throws FunctionFailed {
                JsonNode json = parse(event);
                events(spec.name()).add(json);
                String answer = behaviours
                        .getOrDefault(spec.name(), ignored -> "{\"statusCode\": 200, \"body\": \"\"}")
                        .answer(json);
                return answer.getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private static JsonNode parse(byte[] event) {
        try {
            return JSON.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
