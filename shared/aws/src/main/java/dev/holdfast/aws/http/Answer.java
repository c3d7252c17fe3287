package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was served.
 *
 * @param status 2xx
 * @param headers beside {@code Content-Type}
 */
public record Answer(int status, Optional<ObjectNode> body, Map<String, String> headers) implements Reply {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** 200 with the current representation. */
    public static Answer ok(ObjectNode body) {
        return new Answer(200, Optional.of(body), Map.of());
    }

    /** 201 with what was made; {@code location} is an absolute path. */
    public static Answer created(String location, ObjectNode body) {
        return new Answer(201, Optional.of(body), Map.of("Location", location));
    }

    /** 202 with the interim state; {@code location} is an absolute path. */
    public static Answer accepted(String location, ObjectNode body) {
        return new Answer(202, Optional.of(body), Map.of("Location", location));
    }

    /** 204. */
    public static Answer empty() {
        return new Answer(204, Optional.empty(), Map.of());
    }

    /** The same answer to a request that had taken effect before. */
    public Answer replayed() {
        return with("Idempotent-Replayed", "true");
    }

    /** The same answer with this entity tag, given without its quotes. */
    public Answer tagged(String entityTag) {
        return with("ETag", "\"" + entityTag + "\"");
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, more);
    }
}
