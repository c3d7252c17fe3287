package dev.holdfast.local.cloud.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.Addresses;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The event of a REST API's Lambda proxy integration, payload version 1.0. */
final class ProxyEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STAGE = "live";
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ProxyEvent() {}

    static byte[] of(Request request, byte[] body, Routes.Match match, String requestId, Instant now)
            throws JsonProcessingException {
        String path = request.getHttpURI().getPath();
        String method = request.getMethod();
        String address = Request.getRemoteAddr(request);
        ObjectNode event = JSON.createObjectNode()
                .put("resource", match.resource())
                .put("path", path)
                .put("httpMethod", method);
        addHeaders(event, request, address);
        addQuery(event, request);
        putTexts(event, "pathParameters", match.pathParameters());
        event.putNull("stageVariables");
        ObjectNode context = event.putObject("requestContext")
                .put("resourceId", "local")
                .put("resourcePath", match.resource())
                .put("httpMethod", method)
                .put("extendedRequestId", requestId)
                .put("requestTime", REQUEST_TIME.format(now))
                .put("path", "/" + STAGE + path)
                .put("accountId", Addresses.ACCOUNT)
                .put("protocol", request.getConnectionMetaData().getProtocol())
                .put("stage", STAGE)
                .put("domainName", String.valueOf(request.getHeaders().get("Host")))
                .put("requestTimeEpoch", now.toEpochMilli())
                .put("requestId", requestId)
                .put("apiId", "local");
        context.putObject("identity")
                .put("sourceIp", address)
                .put("userAgent", request.getHeaders().get("User-Agent"));
        addBody(event, body);
        return JSON.writeValueAsBytes(event);
    }

    /** Text as it is, anything else in base64: whether that can be read is for the function to say. */
    private static void addBody(ObjectNode event, byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            event.put("body", body.length == 0 ? null : text).put("isBase64Encoded", false);
        } catch (CharacterCodingException e) {
            event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        }
    }

    private static void addHeaders(ObjectNode event, Request request, String address) {
        ObjectNode last = event.putObject("headers");
        ObjectNode all = event.putObject("multiValueHeaders");
        for (HttpField field : request.getHeaders()) {
            last.put(field.getName(), field.getValue());
            all.withArray(field.getName()).add(field.getValue());
        }
        Map.of("X-Forwarded-For", address, "X-Forwarded-Proto", "http").forEach((name, value) -> {
            last.put(name, value);
            all.putArray(name).add(value);
        });
    }

    private static void addQuery(ObjectNode event, Request request) {
        Fields query = Request.extractQueryParameters(request);
        if (query.isEmpty()) {
            event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
            return;
        }
        ObjectNode last = event.putObject("queryStringParameters");
        ObjectNode all = event.putObject("multiValueQueryStringParameters");
        for (Fields.Field field : query) {
            List<String> values = field.getValues();
            last.put(field.getName(), values.getLast());
            values.forEach(value -> all.withArray(field.getName()).add(value));
        }
    }

    private static void putTexts(ObjectNode event, String name, @Nullable Map<String, String> values) {
        if (values == null || values.isEmpty()) {
            event.putNull(name);
        } else {
            ObjectNode node = event.putObject(name);
            values.forEach(node::put);
        }
    }
}
