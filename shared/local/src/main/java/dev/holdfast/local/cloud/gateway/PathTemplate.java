package dev.holdfast.local.cloud.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource's path: fixed segments, {@code {variables}}, and at its end perhaps a greedy {@code {variable+}}. */
record PathTemplate(String text, List<String> segments) {

    /** The most specific first: segment by segment, fixed before variable before greedy. */
    static final Comparator<PathTemplate> MOST_SPECIFIC_FIRST = PathTemplate::compareSpecificity;

    static PathTemplate parse(String text) {
        return new PathTemplate(text, segmentsOf(text));
    }

    /** The path's variables, decoded, where it matches. */
    Optional<Map<String, String>> match(List<String> path) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (isGreedy(segment)) {
                boolean something = path.size() > i;
                variables.put(
                        segment.substring(1, segment.length() - 2),
                        something ? decode(String.join("/", path.subList(i, path.size()))) : "");
                return something ? Optional.of(variables) : Optional.empty();
            }
            if (path.size() <= i || !(isVariable(segment) ? !path.get(i).isEmpty() : segment.equals(path.get(i)))) {
                return Optional.empty();
            }
            if (isVariable(segment)) {
                variables.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
            }
        }
        return path.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    static List<String> segmentsOf(String path) {
        List<String> segments = new ArrayList<>(Arrays.asList(path.split("/", -1)));
        if (!segments.isEmpty() && segments.getFirst().isEmpty()) {
            segments.removeFirst();
        }
        if (!segments.isEmpty() && segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return segments;
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    private static int rank(String segment) {
        return isGreedy(segment) ? 2 : isVariable(segment) ? 1 : 0;
    }

    private int compareSpecificity(PathTemplate other) {
        int shared = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < shared; i++) {
            int order = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }
}
