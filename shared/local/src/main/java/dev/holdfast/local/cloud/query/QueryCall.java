package dev.holdfast.local.cloud.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of one call, or those below one prefix of them. */
public final class QueryCall {
    private final Map<String, String> parameters;
    private final String prefix;

    private QueryCall(Map<String, String> parameters, String prefix) {
        this.parameters = parameters;
        this.prefix = prefix;
    }

    /** Parses a form-encoded body. */
    public static QueryCall parse(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryCall(parameters, "");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String action() {
        return text("Action");
    }

    public String text(String name) {
        String value = textOrNull(name);
        if (value == null) {
            throw new QueryFault(400, "InvalidParameter", "Invalid parameter: " + prefix + name + " is missing");
        }
        return value;
    }

    public @Nullable String textOrNull(String name) {
        return parameters.get(prefix + name);
    }

    /** The elements of a list or map parameter: {@code name.1…}, {@code name.2…}. */
    public List<QueryCall> each(String name) {
        List<QueryCall> elements = new ArrayList<>();
        for (int i = 1; ; i++) {
            String element = prefix + name + "." + i;
            if (parameters.keySet().stream().noneMatch(key -> key.equals(element) || key.startsWith(element + "."))) {
                return elements;
            }
            elements.add(new QueryCall(parameters, element + "."));
        }
    }

    /** The texts of a list parameter: {@code name.1}, {@code name.2}. */
    public List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; parameters.containsKey(prefix + name + "." + i); i++) {
            values.add(parameters.getOrDefault(prefix + name + "." + i, ""));
        }
        return values;
    }

    /** A map parameter: {@code name.entry.1.key}, {@code name.entry.1.value}. */
    public Map<String, String> attributes(String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (QueryCall entry : each(name + ".entry")) {
            attributes.put(entry.text("key"), entry.text("value"));
        }
        return attributes;
    }
}
