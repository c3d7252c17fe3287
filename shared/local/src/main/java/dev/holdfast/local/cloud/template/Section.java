package dev.holdfast.local.cloud.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the template that is read key by key. {@link #refuseTheRest} then refuses every key that was neither
 * read nor listed as meaningless on one machine.
 */
final class Section {
    private final String path;
    private final Map<?, ?> values;
    private final Intrinsics intrinsics;
    private final Set<String> read = new HashSet<>();

    Section(String path, @Nullable Object values, Intrinsics intrinsics) {
        this.path = path;
        this.intrinsics = intrinsics;
        if (values == null) {
            this.values = Map.of();
        } else if (values instanceof Map<?, ?> map) {
            this.values = map;
        } else {
            throw new TemplateProblem(path + " must be a mapping");
        }
    }

    String path() {
        return path;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        Set<String> keys = new java.util.LinkedHashSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    Section section(String key) {
        read.add(key);
        return new Section(path + "." + key, values.get(key), intrinsics);
    }

    List<Section> sections(String key) {
        Object value = raw(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new TemplateProblem(path + "." + key + " must be a list");
        }
        return list.stream()
                .map(item -> new Section(path + "." + key, item, intrinsics))
                .toList();
    }

    List<String> texts(String key) {
        Object value = resolved(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new TemplateProblem(path + "." + key + " must be a list");
        }
        return list.stream().map(String::valueOf).toList();
    }

    String text(String key) {
        String value = textOrNull(key);
        if (value == null) {
            throw new TemplateProblem(path + "." + key + " is missing");
        }
        return value;
    }

    String text(String key, String otherwise) {
        String value = textOrNull(key);
        return value == null ? otherwise : value;
    }

    @Nullable
    String textOrNull(String key) {
        Object value = resolved(key);
        if (value instanceof Map || value instanceof List) {
            throw new TemplateProblem(path + "." + key + " must be a text");
        }
        return value == null ? null : value.toString();
    }

    int number(String key, int otherwise) {
        String value = textOrNull(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new TemplateProblem(path + "." + key + " must be a whole number, not '" + value + "'");
        }
    }

    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        String value = textOrNull(key);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    @Nullable
    Object resolved(String key) {
        return intrinsics.resolve(raw(key));
    }

    private @Nullable Object raw(String key) {
        read.add(key);
        return values.get(key);
    }

    /** Refuses every key that nobody read, except those that mean nothing on one machine. */
    void refuseTheRest(String... meaningless) {
        Set<String> known = new HashSet<>(read);
        known.addAll(List.of(meaningless));
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw new TemplateProblem("local mode does not know " + path + "." + key
                        + ": teach it, or list it as meaningless on one machine");
            }
        }
    }
}
