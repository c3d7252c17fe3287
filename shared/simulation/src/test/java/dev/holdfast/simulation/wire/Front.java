package dev.holdfast.simulation.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before a service, hands requests on to it, and lets one call go wrong. */
final class Front implements AutoCloseable {
    private static final List<String> HEADERS =
            List.of("Content-Type", "X-Amz-Target", "Authorization", "X-Amz-Date", "x-amzn-query-mode");

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Loopback loopback;

    private final Optional<Handler> inProcess;

    private Plan plan = new Plan.Calm();
    private final List<Call> calls = new ArrayList<>();
    private String invocation = "";

    /** Before a service that is reached over HTTP, and where nothing goes wrong also without. */
    Front(URI service, Optional<Handler> inProcess) {
        this.service = service;
        this.inProcess = inProcess;
        this.loopback = Loopback.serve(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return answer(request, response, callback);
            }
        });
    }

    /** A call of the SDK, and what it met. */
    record Call(String operation, Optional<Trouble> met) {}

    /** What the service, or the front in its place, says. */
    record Answer(int status, String contentType, String body) {}

    URI uri() {
        return loopback.uri();
    }

    /** Counts calls from here on, and lets this go wrong. */
    synchronized void expect(Plan next) {
        plan = next;
        calls.clear();
    }

    /** Nothing goes wrong any more; answers the calls since. */
    synchronized List<Call> calm() {
        plan = new Plan.Calm();
        return List.copyOf(calls);
    }

    /** The SDK says which call an attempt belongs to, and which attempt it is. */
    private synchronized Optional<Trouble> trouble(Request request, String operation) {
        String call = request.getHeaders().get("amz-sdk-invocation-id");
        if (!call.equals(invocation)) {
            invocation = call;
            calls.add(new Call(operation, plan.at(calls.size(), operation)));
        }
        String attempt = request.getHeaders().get("amz-sdk-request");
        int number = Integer.parseInt(attempt.substring(attempt.indexOf('=') + 1, attempt.indexOf(';')));
        return calls.getLast().met.filter(trouble -> number <= trouble.attempts());
    }

    private boolean answer(Request request, Response response, Callback callback) throws Exception {
        String target = request.getHeaders().get("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        Optional<Trouble> trouble = trouble(request, operation);
        if (trouble.isEmpty() && inProcess.isPresent()) {
            return inProcess.get().handle(request, response, callback);
        }
        String body;
        try (InputStream in = Request.asInputStream(request)) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (trouble.isEmpty()) {
            write(handOn(request, body), response, callback);
            return true;
        }
        switch (trouble.get()) {
            case LOST, LOST_FOR_GOOD -> {
                var _ = handOn(request, body);
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.failed(new EofException("the answer is lost"));
            }
            case FAILED, FAILED_FOR_GOOD -> {
                var _ = handOn(request, body);
                write(Refusal.serverError(), response, callback);
            }
            case IN_PROGRESS, IN_PROGRESS_FOR_GOOD -> {
                var _ = handOn(request, body);
                write(Refusal.inProgress(), response, callback);
            }
            case THROTTLED, THROTTLED_FOR_GOOD -> write(Refusal.throttled(), response, callback);
            case CONFLICT -> write(Refusal.conflict(operation, body), response, callback);
            case PARTIAL -> {
                Part part = Part.of(operation, Refusal.json(body));
                Answer answer = part.isEmpty() ? part.nothing() : part.of(handOn(request, part.sent()));
                write(answer, response, callback);
            }
        }
        return true;
    }

    private Answer handOn(Request request, String body) throws IOException, InterruptedException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        service.resolve(request.getHttpURI().getPathQuery()))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (String header : HEADERS) {
            String value = request.getHeaders().get(header);
            if (value != null) {
                forwarded.header(header, value);
            }
        }
        HttpResponse<String> answer = http.send(forwarded.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("application/x-amz-json-1.0"),
                answer.body());
    }

    private static void write(Answer answer, Response response, Callback callback) {
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    @Override
    public void close() {
        loopback.close();
        http.close();
    }
}
