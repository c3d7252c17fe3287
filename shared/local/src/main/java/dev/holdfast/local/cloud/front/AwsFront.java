package dev.holdfast.local.cloud.front;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.cloud.query.QueryAnswer;
import dev.holdfast.local.cloud.query.QueryApi;
import dev.holdfast.local.cloud.query.QueryCall;
import dev.holdfast.local.cloud.store.AppendLog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes a request to its service: by {@code X-Amz-Target}, else by the service in the credential's scope. */
public final class AwsFront extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(AwsFront.class);
    private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/");

    private final Handler dynamoDb;
    private final QueueForwarding sqs;
    private final Map<String, QueryApi> queryApis;
    private final ReadBack readBack;

    public AwsFront(Handler dynamoDb, URI sqs, QueryApi sns, QueryApi ses, AppendLog published, AppendLog mailed) {
        this.dynamoDb = dynamoDb;
        this.sqs = new QueueForwarding(sqs);
        this.queryApis = Map.of("sns", sns, "ses", ses, "email", ses);
        this.readBack = new ReadBack(published, mailed);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange = new Exchange(request, response, callback);
        String service = service(request);
        QueryApi api = queryApis.get(service);
        try {
            if (service.equals("dynamodb")) {
                return dynamoDb.handle(request, response, callback);
            }
            if (service.equals("sqs")) {
                sqs.forward(exchange);
            } else if (api != null) {
                String form = new String(exchange.body(), StandardCharsets.UTF_8);
                QueryAnswer answer = QueryAnswer.of(api, QueryCall.parse(form));
                exchange.answer(answer.status(), "text/xml", answer.xml());
            } else {
                answerOthers(exchange);
            }
        } catch (Exception e) {
            LOG.error("{} {} failed", service, request.getHttpURI(), e);
            if (response.isCommitted()) {
                throw e;
            }
            exchange.answer(500, "application/json", "{\"message\":\"Internal failure of the local cloud\"}");
        }
        return true;
    }

    private void answerOthers(Exchange exchange) {
        JsonNode page = switch (Request.getPathInContext(exchange.request())) {
            case "/_aws/sns" -> readBack.published(query(exchange.request()));
            case "/_aws/ses" -> readBack.mailed(query(exchange.request()));
            default -> null;
        };
        if (page == null) {
            exchange.answer(404, "application/json", "{\"message\":\"There is no such service in local mode\"}");
        } else {
            exchange.answer(200, "application/json", page.toString());
        }
    }

    private static String service(Request request) {
        String target = request.getHeaders().get("X-Amz-Target");
        if (target != null) {
            return target.startsWith("DynamoDB") ? "dynamodb" : target.startsWith("AmazonSQS") ? "sqs" : "";
        }
        @Nullable String authorization = request.getHeaders().get("Authorization");
        Matcher scope = SERVICE.matcher(authorization == null ? "" : authorization);
        return scope.find() ? scope.group(1) : "";
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            values.put(field.getName(), field.getValue());
        }
        return values;
    }
}
