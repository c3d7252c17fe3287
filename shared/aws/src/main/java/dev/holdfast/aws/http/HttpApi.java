package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.access.Access;
import dev.holdfast.aws.json.Fault;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.channels.Principal;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every HTTP function does around its routes, in this order: who calls (401, on every path, so that a stranger
 * learns nothing), what for (404, 405), may they (403), is the body one that we read (415, 413); then the action.
 * {@code HEAD} is a {@code GET} without its body; {@code OPTIONS} names the methods; browsers of other origins are not
 * served.
 *
 * <p>Before a snapshot is taken of it (SnapStart), it rehearses: see {@link Rehearsal}.
 */
public final class HttpApi implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Routes routes;
    private final Access access;
    private final InstantSource clock;

    public HttpApi(Routes routes, Access access, InstantSource clock) {
        this.routes = routes;
        this.access = access;
        this.clock = clock;
    }

    /** The proxy's answer to the proxy's event. */
    public ObjectNode answer(JsonNode event, Deadline deadline) {
        ProxyEvent request = new ProxyEvent(event);
        try (LogScope _ = LogScope.about(request.requestId())) {
            return write(request, reply(request, deadline));
        }
    }

    /** What the routes tell of themselves, as the paths of an OpenAPI document. */
    public ObjectNode openApiPaths() {
        return OpenApi.paths(routes.served());
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        new Rehearsal(this, routes.served()).run();
    }

    /** Nothing was held that a snapshot spoils: a connection that died meanwhile is opened again by the SDK. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    private Reply reply(ProxyEvent event, Deadline deadline) {
        try {
            Optional<Principal> principal = access.principal(event.header("Authorization"));
            return principal.isEmpty() ? Problem.unauthenticated() : route(event, principal.get(), deadline);
        } catch (Refusal refusal) {
            return refusal.problem();
        } catch (RuntimeException fault) {
            Problem problem = Faults.problem(fault);
            LOG.error("request {} ends with {}", event.requestId(), problem.status(), fault);
            return problem;
        }
    }

    private Reply route(ProxyEvent event, Principal principal, Deadline deadline) {
        return switch (routes.find(event.method(), event.path())) {
            case Routes.Match.Nowhere() -> Problem.notFound("There is nothing at this path.");
            case Routes.Match.OtherMethods(Set<String> allowed) ->
                event.method().equals("OPTIONS")
                        ? Answer.empty().with("Allow", String.join(", ", allowed))
                        : Problem.methodNotAllowed(allowed);
            case Routes.Match.Found(Route route, Action action, Map<String, String> values) ->
                principal.isAnyOf(route.roles())
                        ? action.handle(new Request(event, values, body(event), principal, now(), deadline))
                        : Problem.forbidden();
        };
    }

    /** In the milliseconds that all our times have: what is stored and what is told now are the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static byte[] body(ProxyEvent event) {
        if (!WITH_BODY.contains(event.method())) {
            return new byte[0];
        }
        byte[] body = event.body();
        boolean sent = body.length > 0 || event.header("Content-Type").isPresent();
        if (sent && !(isJson(event.header("Content-Type")) && isPlain(event.header("Content-Encoding")))) {
            throw new Refusal(Problem.unsupportedMediaType());
        }
        if (body.length > Limits.BODY_BYTES_MAX) {
            throw new Refusal(Problem.tooLarge(Limits.BODY_BYTES_MAX));
        }
        return body;
    }

    private static boolean isJson(Optional<String> contentType) {
        return contentType
                .map(type -> type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", ""))
                .filter(type -> type.equals("application/json") || type.equals("application/json;charset=utf-8"))
                .isPresent();
    }

    private static boolean isPlain(Optional<String> contentEncoding) {
        return contentEncoding
                .map(encoding -> encoding.equalsIgnoreCase("identity"))
                .orElse(true);
    }

    private static ObjectNode write(ProxyEvent event, Reply reply) {
        ObjectNode answer = JsonText.object();
        ObjectNode headers = answer.putObject("headers").put("Cache-Control", "no-store");
        Optional<ObjectNode> body = switch (reply) {
            case Answer done -> {
                answer.put("statusCode", done.status());
                done.body().ifPresent(json -> headers.put("Content-Type", "application/json"));
                done.headers().forEach(headers::put);
                yield done.body();
            }
            case Problem problem -> {
                answer.put("statusCode", problem.status());
                headers.put("Content-Type", "application/problem+json");
                problem.headers().forEach(headers::put);
                yield Optional.of(problemJson(problem, event.requestId()));
            }
        };
        String text =
                event.method().equals("HEAD") ? "" : body.map(JsonText::write).orElse("");
        return answer.put("isBase64Encoded", false).put("body", text);
    }

    static ObjectNode problemJson(Problem problem, String requestId) {
        ObjectNode json = JsonText.object()
                .put("type", "/problems/" + problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", requestId);
        problem.members().forEach(json::set);
        for (Fault error : problem.errors()) {
            json.withArray("/errors")
                    .addObject()
                    .put("pointer", error.pointer())
                    .put("detail", error.detail());
        }
        return json;
    }
}
