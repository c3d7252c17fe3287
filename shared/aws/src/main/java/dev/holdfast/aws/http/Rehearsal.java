package dev.holdfast.aws.http;

import dev.holdfast.aws.json.Decoded;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.json.StrictJson;
import dev.holdfast.kernel.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What every request needs is done once before a snapshot is taken, so that nobody who is restored from it has to load
 * and compile it: an event is read, a caller is looked up (one read, of a key that nobody has, which opens the
 * connection), the body of every route is read, and the refusals are written. No action is run: nothing is written to
 * any table.
 */
final class Rehearsal {
    private static final byte[] STRANGER = """
            {"httpMethod": "GET", "path": "/", "headers": {"Authorization": "Bearer hf_rehearsal"},
             "requestContext": {"requestId": "rehearsal"}}""".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int MILLIS = 10_000;

    private final HttpApi api;
    private final List<Route> routes;

    Rehearsal(HttpApi api, List<Route> routes) {
        this.api = api;
        this.routes = routes;
    }

    void run() {
        try {
            JsonText.write(
                    api.answer(JsonText.read(new ByteArrayInputStream(STRANGER)), Deadline.inMillis(() -> MILLIS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Route route : routes) {
            route.operation().flatMap(Operation::body).ifPresent(body -> {
                if (StrictJson.read(NOTHING, body) instanceof Decoded.Invalid<?>(var faults)) {
                    JsonText.write(HttpApi.problemJson(Problem.malformed(faults), "rehearsal"));
                }
            });
        }
    }
}
