package dev.holdfast.local.cloud.deployed;

import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.Loopback;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The Runtime API by which one execution environment of Lambda gets its events and gives its answers. */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime";
    private static final Pattern REPORT = Pattern.compile(ROOT + "/invocation/([^/]+)/(response|error)");
    private static final Duration GRACE = Duration.ZERO;

    private final String function;
    private final Clock clock;
    private final Loopback server = Loopback.bind("runtime", 0, "--runtime-port");
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<byte[]>> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();

    RuntimeApi(String function, Clock clock) {
        this.function = function;
        this.clock = clock;
        server.serve(new Calls(), GRACE);
    }

    private record Invocation(String id, ByteBuffer event, long deadlineEpochMillis) {}

    String address() {
        return "127.0.0.1:" + server.port();
    }

    /** Done when the function is initialised and asks for its first event; failed when it cannot be. */
    CompletableFuture<Void> initialised() {
        return asked;
    }

    /** Gives the event to whoever asks next. */
    CompletableFuture<byte[]> invoke(byte[] event, Duration timeout) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        running.put(id, answer);
        waiting.add(new Invocation(id, ByteBuffer.wrap(event), clock.millis() + timeout.toMillis()));
        return answer;
    }

    /** Nobody will answer any more. */
    void gone(String why) {
        FunctionFailed failed = new FunctionFailed(function + " " + why);
        asked.completeExceptionally(failed);
        running.values().forEach(answer -> answer.completeExceptionally(failed));
    }

    private final class Calls extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            Matcher report = REPORT.matcher(path);
            if (path.equals(ROOT + "/invocation/next")) {
                next(response, callback);
            } else if (report.matches()) {
                report(report.group(1), report.group(2), body(request));
                answer(response, callback, HttpStatus.ACCEPTED_202);
            } else if (path.equals(ROOT + "/init/error") || path.equals(ROOT + "/restore/error")) {
                gone("does not start: " + new String(body(request), StandardCharsets.UTF_8));
                answer(response, callback, HttpStatus.ACCEPTED_202);
            } else if (path.equals(ROOT + "/restore/next")) {
                // The snapshot is taken, and restored at once.
                answer(response, callback, HttpStatus.OK_200);
            } else {
                answer(response, callback, HttpStatus.NOT_FOUND_404);
            }
            return true;
        }

        private void next(Response response, Callback callback) throws InterruptedException {
            asked.complete(null);
            Invocation invocation = waiting.take();
            response.getHeaders()
                    .put("Lambda-Runtime-Aws-Request-Id", invocation.id())
                    .put("Lambda-Runtime-Deadline-Ms", invocation.deadlineEpochMillis())
                    .put("Lambda-Runtime-Invoked-Function-Arn", Addresses.functionArn(function))
                    .put("Content-Type", "application/json");
            response.write(true, invocation.event(), callback);
        }

        private void report(String id, String kind, byte[] body) {
            CompletableFuture<byte[]> answer = running.remove(id);
            if (answer != null && kind.equals("response")) {
                answer.complete(body);
            } else if (answer != null) {
                answer.completeExceptionally(
                        new FunctionFailed(function + " failed: " + new String(body, StandardCharsets.UTF_8)));
            }
        }

        private static byte[] body(Request request) throws IOException {
            try (InputStream body = Request.asInputStream(request)) {
                return body.readAllBytes();
            }
        }

        private static void answer(Response response, Callback callback, int status) {
            response.setStatus(status);
            response.write(true, ByteBuffer.allocate(0), callback);
        }
    }

    @Override
    public void close() {
        gone("has been stopped");
        server.close();
    }
}
