package dev.holdfast.local.guards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.kernel.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the gateway refuses before a function runs, and in which words. Each rule returns what breaks it. */
final class GatewayRules {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers of the gateway that functions give too, or whose status alone is fixed. */
    private static final Map<String, Integer> STATUS = Map.of(
            "BAD_REQUEST_PARAMETERS", 401,
            "REQUEST_TOO_LARGE", 413,
            "THROTTLED", 429,
            "WAF_FILTERED", 403,
            "DEFAULT_4XX", 400,
            "DEFAULT_5XX", 503);

    private static final Map<String, Problem> OURS = Map.of(
            "BAD_REQUEST_PARAMETERS", Problem.unauthenticated(),
            "REQUEST_TOO_LARGE", Problem.tooLarge(Limits.BODY_BYTES_MAX),
            "DEFAULT_5XX", Problem.busy(Duration.ofSeconds(1)));

    private GatewayRules() {}

    /** Routes that let a request without a credential reach a function. */
    static List<String> routesOpenToStrangers(Declared declared) {
        return declared.events("Api").entrySet().stream()
                .filter(event ->
                        !event.getValue().at("/RequestModel/ValidateParameters").asBoolean()
                                || event.getValue()
                                        .path("RequestParameters")
                                        .valueStream()
                                        .noneMatch(parameter -> parameter
                                                .path("method.request.header.Authorization")
                                                .path("Required")
                                                .asBoolean()))
                .map(event -> event.getKey() + " does not require the Authorization header")
                .toList();
    }

    /** Answers of the gateway that are no problem+json, or not in the words of the functions. */
    static List<String> answersInOtherWords(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.properties("AWS::Serverless::Api")
                .forEach((api, properties) -> STATUS.forEach((type, status) -> {
                    JsonNode response = properties.path("GatewayResponses").path(type);
                    JsonNode headers = response.at("/ResponseParameters/Headers");
                    JsonNode body = parsed(response.at("/ResponseTemplates/application~1json"));
                    if (response.path("StatusCode").asInt() != status
                            || body.path("status").asInt() != status) {
                        broken.add(type + " must be " + status);
                    }
                    if (!headers.path("Content-Type").asText().equals("'application/problem+json'")
                            || !body.path("instance").asText().equals("$context.requestId")
                            || !body.path("type").asText().startsWith("/problems/")
                            || body.path("title").asText().isEmpty()
                            || body.path("detail").asText().isEmpty()) {
                        broken.add(type + " is no problem as ours are");
                    }
                    Problem ours = OURS.get(type);
                    if (ours != null && !isSame(ours, headers, body)) {
                        broken.add(type + " is not in the words of the functions");
                    }
                }));
        return broken;
    }

    private static boolean isSame(Problem ours, JsonNode headers, JsonNode body) {
        return body.path("type").asText().equals("/problems/" + ours.type())
                && body.path("title").asText().equals(ours.title())
                && body.path("detail").asText().equals(ours.detail())
                && ours.headers().entrySet().stream()
                        .allMatch(
                                header -> headers.path(header.getKey()).asText().equals("'" + header.getValue() + "'"));
    }

    private static JsonNode parsed(JsonNode text) {
        try {
            return JSON.readTree(text.asText());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Firewalls that do not limit by credential and by address, or bodies otherwise than the functions. */
    static List<String> firewallsThatLetThrough(Declared declared) {
        List<String> broken = new ArrayList<>();
        declared.properties("AWS::WAFv2::WebACL").forEach((name, firewall) -> {
            JsonNode rules = firewall.path("Rules");
            if (rules.findValues("CustomKeys").stream()
                    .noneMatch(keys -> keys.at("/0/Header/Name").asText().equals("authorization"))) {
                broken.add(name + " does not limit by credential");
            }
            if (rules.findValuesAsText("AggregateKeyType").stream().noneMatch("IP"::equals)) {
                broken.add(name + " does not limit by address");
            }
            if (!rules.findValuesAsText("SearchString").equals(List.of(Integer.toString(Limits.BODY_BYTES_MAX)))) {
                broken.add(name + " knows another greatest body than " + Limits.BODY_BYTES_MAX);
            }
            if (declared.properties("AWS::WAFv2::WebACLAssociation").values().stream()
                    .noneMatch(association ->
                            Declared.target(association.path("WebACLArn")).equals(name))) {
                broken.add(name + " stands before nothing");
            }
        });
        return broken;
    }
}
