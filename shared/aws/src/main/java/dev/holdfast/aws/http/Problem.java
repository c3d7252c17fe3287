package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.aws.json.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a request was not served (RFC 9457). It says nothing of how we are built.
 *
 * @param type the last part of {@code /problems/…}; stable, clients branch on it
 * @param detail this occurrence, for a reader
 * @param errors the faulty places of the body; a query parameter is named as {@code ?limit}
 * @param members further members, such as the shortfalls of a refused order
 */
public record Problem(
        int status,
        String type,
        String title,
        String detail,
        List<Fault> errors,
        Map<String, JsonNode> members,
        Map<String, String> headers)
        implements Reply {
    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    private static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), Map.of(), Map.of());
    }

    /** 400: the request cannot be read. */
    public static Problem malformed(List<Fault> errors) {
        return of(400, "malformed-request", "The request is malformed", "See the errors, each at its pointer.")
                .with(errors);
    }

    /** 400: one part of the request outside its body cannot be read. */
    public static Problem malformed(String detail) {
        return of(400, "malformed-request", "The request is malformed", detail);
    }

    /** 401: no credential, or none that we know. */
    public static Problem unauthenticated() {
        return of(
                        401,
                        "unauthenticated",
                        "A valid credential is needed",
                        "Send a valid key as 'Authorization: Bearer hf_…'.")
                .with("WWW-Authenticate", "Bearer");
    }

    /** 403: the caller is known and may not do this. */
    public static Problem forbidden() {
        return forbidden("The credential's roles do not include one that may do this.");
    }

    /** 403, for a reason of its own. */
    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    /** 404: not there, or not the caller's. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    /** 405. */
    public static Problem methodNotAllowed(Set<String> allowed) {
        String methods = String.join(", ", new TreeSet<>(allowed));
        return of(405, "method-not-allowed", "The method is not allowed here", "Allowed: " + methods + ".")
                .with("Allow", methods);
    }

    /** 409: in conflict with the state, of a type of its own. */
    public static Problem conflict(String type, String title, String detail) {
        return of(409, type, title, detail);
    }

    /** 409: other content under a reference, order number or key that is taken. */
    public static Problem keyReused(String detail) {
        return conflict("key-reused", "The key was used with other content", detail);
    }

    /** 412: {@code If-Match} names another state. */
    public static Problem stale() {
        return of(412, "stale", "The resource has changed", "If-Match does not name the current state; read it again.");
    }

    /** 413. */
    public static Problem tooLarge(int bytesMax) {
        return of(413, "body-too-large", "The body is too large", "A body has at most " + bytesMax + " bytes.");
    }

    /** 415. */
    public static Problem unsupportedMediaType() {
        return of(
                415,
                "unsupported-media-type",
                "The content type is not supported",
                "Send application/json in UTF-8, without a content encoding.");
    }

    /** 422: well-formed, and refused by a rule. */
    public static Problem refused(String type, String title, String detail) {
        return of(422, type, title, detail);
    }

    /** 428: replacing needs {@code If-Match}. */
    public static Problem preconditionRequired() {
        return of(
                428,
                "precondition-required",
                "If-Match is needed",
                "The resource exists; to replace it, send If-Match with the ETag of its GET.");
    }

    /** 503: nothing is wrong with the request, and it may be sent again. */
    public static Problem busy(Duration retryAfter) {
        return of(503, "busy", "Try again", "The request took no effect that it will not take once when sent again.")
                .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** 500: our own fault. */
    public static Problem unexpected() {
        return of(500, "unexpected", "Something went wrong on our side", "It is recorded under the request's id.");
    }

    /** The same problem at these places of the body. */
    public Problem with(List<Fault> places) {
        return new Problem(status, type, title, detail, places, members, headers);
    }

    /** The same problem with one more member. */
    public Problem with(String member, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(members);
        more.put(member, value);
        return new Problem(status, type, title, detail, errors, more, headers);
    }

    /** The same problem with one more header. */
    public Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, type, title, detail, errors, members, more);
    }
}
