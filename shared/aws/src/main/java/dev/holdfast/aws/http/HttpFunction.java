package dev.holdfast.aws.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.aws.lambda.LogScope;
import dev.holdfast.kernel.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;

/**
 * A function behind the REST API. A handler extends it and gives it its wired {@link HttpApi}; all else is in the route
 * table.
 */
public abstract class HttpFunction implements RequestStreamHandler {
    private final HttpApi api;

    protected HttpFunction(HttpApi api) {
        this.api = api;
        Core.getGlobalContext().register(api);
    }

    /** Its part of the OpenAPI document, for whoever builds that: no request comes here. */
    public final String openApiPaths() {
        return JsonText.write(api.openApiPaths());
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        try (LogScope _ = LogScope.of(context)) {
            JsonText.write(
                    output, api.answer(JsonText.read(input), Deadline.inMillis(context::getRemainingTimeInMillis)));
        }
    }
}
