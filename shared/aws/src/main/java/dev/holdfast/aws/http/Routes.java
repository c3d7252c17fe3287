package dev.holdfast.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A function's route table. */
public final class Routes {
    private final TreeMap<PathTemplate, Map<String, Route>> byPath = new TreeMap<>();

    private Routes(List<Route> routes) {
        for (Route route : routes) {
            Route twice = byPath.computeIfAbsent(PathTemplate.of(route.path()), path -> new HashMap<>())
                    .put(route.method(), route);
            if (twice != null) {
                throw new IllegalArgumentException(route.method() + " " + route.path() + " stands twice");
            }
        }
    }

    public static Routes of(Route... routes) {
        return new Routes(List.of(routes));
    }

    /** Those that this function serves, in the order of their paths and methods. */
    List<Route> served() {
        return byPath.values().stream()
                .flatMap(byMethod -> new TreeMap<>(byMethod).values().stream())
                .filter(route -> route.action().isPresent())
                .toList();
    }

    /** Where this request goes; {@code rawPath} as the gateway gives it, percent-encoded or not. */
    Match find(String method, String rawPath) {
        Optional<List<String>> path = segments(rawPath);
        if (path.isEmpty()) {
            return new Match.Nowhere();
        }
        for (Map.Entry<PathTemplate, Map<String, Route>> entry : byPath.entrySet()) {
            Optional<Map<String, String>> values = entry.getKey().match(path.get());
            if (values.isPresent()) {
                return match(method, entry.getValue(), values.get());
            }
        }
        return new Match.Nowhere();
    }

    private static Match match(String method, Map<String, Route> byMethod, Map<String, String> values) {
        Route route = byMethod.get(method.equals("HEAD") ? "GET" : method);
        if (route != null && route.action().isPresent()) {
            return new Match.Found(route, route.action().get(), values);
        }
        return new Match.OtherMethods(allowed(byMethod.keySet()));
    }

    private static Set<String> allowed(Set<String> methods) {
        Set<String> allowed = new TreeSet<>(methods);
        allowed.add("OPTIONS");
        if (methods.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static Optional<List<String>> segments(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Arrays.stream(rawPath.substring(1).split("/", -1))
                    .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList());
        } catch (IllegalArgumentException badPercentEncoding) {
            return Optional.empty();
        }
    }

    /** Where a request goes. */
    sealed interface Match {
        record Found(Route route, Action action, Map<String, String> values) implements Match {}

        record OtherMethods(Set<String> allowed) implements Match {}

        record Nowhere() implements Match {}
    }
}
