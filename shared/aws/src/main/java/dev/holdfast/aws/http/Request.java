package dev.holdfast.aws.http;

import dev.holdfast.aws.json.Decoded;
import dev.holdfast.aws.json.Decoders;
import dev.holdfast.aws.json.Fault;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.StrictJson;
import dev.holdfast.channels.Principal;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A request that found its route and whose caller may use it. Its readers throw {@link Refusal} at what is wrong. */
public final class Request {
    private final ProxyEvent event;
    private final Map<String, String> pathValues;
    private final byte[] body;
    private final Principal principal;
    private final Instant now;
    private final Deadline deadline;

    Request(
            ProxyEvent event,
            Map<String, String> pathValues,
            byte[] body,
            Principal principal,
            Instant now,
            Deadline deadline) {
        this.event = event;
        this.pathValues = pathValues;
        this.body = body.clone();
        this.principal = principal;
        this.now = now;
        this.deadline = deadline;
    }

    /** The gateway's id of this request. */
    public String id() {
        return event.requestId();
    }

    /** Who calls. */
    public Principal principal() {
        return principal;
    }

    /** The time of this request, read once, in whole milliseconds. */
    public Instant now() {
        return now;
    }

    /** What is left before Lambda ends the invocation. */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * A named segment of the path. What cannot be an identifier does not exist: 404; only where {@code PUT} would
     * create it, 400 says what it must be.
     */
    public <T> T path(String name, Function<String, T> type) {
        String value = Optional.ofNullable(pathValues.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no segment " + name));
        try {
            return type.apply(value);
        } catch (InvalidValue e) {
            throw new Refusal(
                    event.method().equals("PUT")
                            ? Problem.malformed("The path does not fit: " + e.getMessage() + ".")
                            : Problem.notFound("There is no such " + name.replaceFirst("Id$", "") + "."));
        }
    }

    /** A query parameter; given twice, it is 400. */
    public Optional<String> query(String name) {
        List<String> values = event.query(name);
        if (values.size() > 1) {
            throw badParameter(name, "must be given once");
        }
        return values.stream().findFirst();
    }

    /** A query parameter of a type that checks it itself. */
    public <T> Optional<T> query(String name, Function<String, T> type) {
        return query(name).map(value -> parameter(name, value, type));
    }

    /** A query parameter that may be repeated. */
    public <T> List<T> queryAll(String name, Function<String, T> type) {
        return event.query(name).stream()
                .map(value -> parameter(name, value, type))
                .toList();
    }

    /** A query parameter that is one of the names of this enumeration, in its case. */
    public <E extends Enum<E>> Optional<E> queryOneOf(String name, Class<E> type) {
        return query(name, value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    return constant;
                }
            }
            throw new InvalidValue("must be one of " + List.of(type.getEnumConstants()));
        });
    }

    private static <T> T parameter(String name, String value, Function<String, T> type) {
        try {
            return type.apply(value);
        } catch (InvalidValue e) {
            throw badParameter(name, String.valueOf(e.getMessage()));
        }
    }

    /** The 400 for a query parameter. */
    public static Refusal badParameter(String name, String detail) {
        return new Refusal(Problem.malformed(List.of(new Fault("?" + name, detail))));
    }

    /** {@code limit} and {@code cursor}. */
    public Page page() {
        int limit = query("limit", value -> {
                    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > Limits.PAGE_MAX) {
                        throw new InvalidValue("must be 1 to " + Limits.PAGE_MAX);
                    }
                    return Integer.valueOf(value);
                })
                .orElse(Limits.PAGE_DEFAULT);
        return new Page(limit, query("cursor").map(Page::decode));
    }

    /** A header, whatever its case. */
    public Optional<String> header(String name) {
        return event.header(name);
    }

    /** The precondition of a replacement. */
    public IfMatch ifMatch() {
        return IfMatch.of(header("If-Match"));
    }

    /** The body, an object; all its faults are answered at once. */
    public <T> T body(Function<Fields, T> reading) {
        return switch (StrictJson.read(body, Decoders.asObject(reading))) {
            case Decoded.Valid<T>(T value) -> value;
            case Decoded.Invalid<T>(List<Fault> faults) -> throw new Refusal(Problem.malformed(faults));
        };
    }

    /**
     * The name that makes the request idempotent: {@code reference} of the body, or else the header
     * {@code Idempotency-Key}. To be called while {@link #body} reads.
     */
    public Field<Reference> reference(Fields fields) {
        Optional<Reference> key = header("Idempotency-Key").map(value -> {
            try {
                return new Reference(value);
            } catch (InvalidValue e) {
                throw new Refusal(
                        Problem.malformed("The header Idempotency-Key must be 1 to 64 printable ASCII characters."));
            }
        });
        return reference(fields, key);
    }

    /** As {@link #reference(Fields)}, where a header may come: what an {@link Operation} tells of it. */
    public static Field<Reference> referenceOrKey(Fields fields) {
        return reference(fields, Optional.of(new Reference("key")));
    }

    private static Field<Reference> reference(Fields fields, Optional<Reference> key) {
        return key.map(otherwise -> fields.optional("reference", Decoders.asReference(), otherwise))
                .orElseGet(() -> fields.required("reference", Decoders.asReference()));
    }
}
