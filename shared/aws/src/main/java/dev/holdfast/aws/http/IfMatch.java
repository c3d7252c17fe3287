package dev.holdfast.aws.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The precondition of a replacement (RFC 9110, 13.1.1). */
public final class IfMatch {
    private final Optional<Set<String>> tags;

    private IfMatch(Optional<Set<String>> tags) {
        this.tags = tags;
    }

    static IfMatch of(Optional<String> header) {
        return new IfMatch(header.map(
                value -> Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet())));
    }

    /** Whether the request has the header at all; replacing without it is 428. */
    public boolean isPresent() {
        return tags.isPresent();
    }

    /** Whether the header names this entity tag, given without its quotes, or {@code *}; weak tags never match. */
    public boolean names(String entityTag) {
        return tags.filter(set -> set.contains("\"" + entityTag + "\"") || set.contains("*"))
                .isPresent();
    }
}
