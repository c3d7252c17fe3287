package dev.holdfast.aws.http;

import dev.holdfast.aws.json.Decoder;
import dev.holdfast.aws.json.Decoders;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.kernel.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a route tells of itself beside its method, its path and its roles; {@link OpenApi} makes the document of it.
 *
 * @param body how the body is read, which is also what is told of it
 * @param answers the schema of each answer, by status; they stand in the document's components
 * @param problems the last parts of {@code /problems/…}, by status, that not every route has
 */
public record Operation(
        String summary,
        List<Parameter> parameters,
        Optional<Decoder<?>> body,
        Map<Integer, String> answers,
        Map<Integer, List<String>> problems) {
    public Operation {
        parameters = List.copyOf(parameters);
        answers = Map.copyOf(answers);
        problems = Map.copyOf(problems);
    }

    /** Where a parameter stands. */
    enum In {
        QUERY,
        HEADER
    }

    /** A part of the request outside its path and body. */
    record Parameter(In in, String name, int times, Decoder<?> type, String description) {}

    /** An operation that takes nothing. */
    public static Operation of(String summary) {
        return new Operation(summary, List.of(), Optional.empty(), Map.of(), Map.of());
    }

    /** With a query parameter that may be left out. */
    public Operation query(String name, Decoder<?> type, String description) {
        return with(new Parameter(In.QUERY, name, 1, type, description));
    }

    /** With a query parameter that must be given, and up to so many times. */
    public Operation queryAll(String name, int times, Decoder<?> type, String description) {
        return with(new Parameter(In.QUERY, name, times, type, description));
    }

    /** With {@code limit} and {@code cursor}. */
    public Operation paged() {
        return query(
                        "limit",
                        Decoders.asInteger(1, Limits.PAGE_MAX),
                        "Entries of the page; " + Limits.PAGE_DEFAULT + " where it is left out.")
                .query("cursor", Decoders.asString(text -> text), "The 'next' of the page before.");
    }

    /** With a header that may be left out. */
    public Operation header(String name, Decoder<?> type, String description) {
        return with(new Parameter(In.HEADER, name, 1, type, description));
    }

    /** With the precondition of a replacement. */
    public Operation replaces() {
        return header("If-Match", Decoders.asString(text -> text), "The ETag of what is replaced.")
                .refuses(412, "stale")
                .refuses(428, "precondition-required");
    }

    /** Under a reference of the body or, instead of it, this header. */
    public Operation keyed() {
        return header("Idempotency-Key", Decoders.asReference(), "Stands in for a missing 'reference'.")
                .refuses(409, "key-reused");
    }

    /** With a body. */
    public Operation reads(Function<Fields, ?> reading) {
        return new Operation(summary, parameters, Optional.of(Decoders.asObject(reading)), answers, problems);
    }

    /** Answers this schema with each of these statuses. */
    public Operation answers(String schema, int... statuses) {
        Map<Integer, String> more = new TreeMap<>(answers);
        Arrays.stream(statuses).forEach(status -> more.put(status, schema));
        return new Operation(summary, parameters, body, more, problems);
    }

    /** May be refused for these reasons. */
    public Operation refuses(int status, String... types) {
        Map<Integer, List<String>> more = new TreeMap<>(problems);
        List<String> all = new ArrayList<>(more.getOrDefault(status, List.of()));
        all.addAll(List.of(types));
        more.put(status, List.copyOf(all));
        return new Operation(summary, parameters, body, answers, more);
    }

    private Operation with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Operation(summary, more, body, answers, problems);
    }
}
