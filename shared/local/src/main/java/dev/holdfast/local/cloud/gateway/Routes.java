package dev.holdfast.local.cloud.gateway;

import dev.holdfast.local.cloud.functions.LambdaFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which function answers a request: the most specific resource first, then its method, {@code ANY} last. */
final class Routes {
    private static final String ANY = "ANY";

    private final Map<PathTemplate, Map<String, LambdaFunction>> resources =
            new TreeMap<>(PathTemplate.MOST_SPECIFIC_FIRST.thenComparing(PathTemplate::text));

    void add(String method, String path, LambdaFunction function) {
        resources
                .computeIfAbsent(PathTemplate.parse(path), ignored -> new HashMap<>())
                .put(method, function);
    }

    /** Empty where no resource has the path, or the resource has no such method. */
    Optional<Match> find(String method, String path) {
        List<String> segments = PathTemplate.segmentsOf(path);
        for (Map.Entry<PathTemplate, Map<String, LambdaFunction>> resource : resources.entrySet()) {
            Optional<Map<String, String>> variables = resource.getKey().match(segments);
            if (variables.isPresent()) {
                Map<String, LambdaFunction> methods = resource.getValue();
                LambdaFunction function = methods.containsKey(method) ? methods.get(method) : methods.get(ANY);
                return Optional.ofNullable(function)
                        .map(found -> new Match(found, resource.getKey().text(), variables.get()));
            }
        }
        return Optional.empty();
    }

    record Match(LambdaFunction function, String resource, Map<String, String> pathParameters) {}
}
