package dev.holdfast.local.cloud.gateway;

import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API: each request becomes a proxy event, each proxy response an answer. */
public final class ApiGateway extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiGateway.class);
    private static final String OPEN_API = "/openapi.json";
    private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;
    /**
     * Requests that are worked on at once. In the cloud each has a machine of its own; here all share one, and the others
     * wait at the door, where no time-out of a function or of its clients runs.
     */
    private static final int AT_ONCE_MAX = 32;

    private final Routes routes = new Routes();
    private final Clock clock;
    private final String openApi;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    /** With the OpenAPI document of what it serves, which it shows to anybody at {@code /openapi.json}. */
    public ApiGateway(Clock clock, String openApi) {
        this.clock = clock;
        this.openApi = openApi;
    }

    /** Declares a route; the method may be {@code ANY}. */
    public void route(String method, String path, LambdaFunction function) {
        routes.add(method, path, function);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ProxyResponse answer = answer(request);
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> {
            response.getHeaders().remove(name);
            values.forEach(value -> response.getHeaders().add(name, value));
        });
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().remaining());
        response.write(true, answer.body(), callback);
        return true;
    }

    private ProxyResponse answer(Request request) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        if (request.getMethod().equals("GET") && request.getHttpURI().getPath().equals(OPEN_API)) {
            return new ProxyResponse(
                    200, Map.of("Content-Type", List.of("application/json")), StandardCharsets.UTF_8.encode(openApi));
        }
        try {
            byte[] body = body(request);
            if (body.length > BODY_BYTES_MAX) {
                return own(413, "Request Too Long", requestId);
            }
            Optional<Routes.Match> match =
                    routes.find(request.getMethod(), request.getHttpURI().getPath());
            if (match.isEmpty()) {
                return own(403, "Missing Authentication Token", requestId);
            }
            Optional<ProxyResponse> answer = ProxyResponse.parse(inTurn(request, body, match.get(), requestId));
            if (answer.isEmpty()) {
                LOG.error(
                        "{} did not answer as a proxy integration must",
                        match.get().function().name());
            }
            return answer.orElseGet(() -> own(502, "Internal server error", requestId));
        } catch (FunctionFailed e) {
            return own(502, "Internal server error", requestId);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("a request could not be read", e);
            return own(400, "Bad Request", requestId);
        }
    }

    private byte[] inTurn(Request request, byte[] body, Routes.Match match, String requestId)
            throws FunctionFailed, IOException, InterruptedException {
        turns.acquire();
        try {
            return match.function().invoke(ProxyEvent.of(request, body, match, requestId, clock.instant()));
        } finally {
            turns.release();
        }
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream body = Request.asInputStream(request)) {
            return body.readNBytes(BODY_BYTES_MAX + 1);
        }
    }

    private static ProxyResponse own(int status, String message, String requestId) {
        return new ProxyResponse(
                status,
                Map.of("Content-Type", List.of("application/json"), "x-amzn-RequestId", List.of(requestId)),
                StandardCharsets.UTF_8.encode("{\"message\": \"" + message + "\"}"));
    }
}
