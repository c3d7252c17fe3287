package dev.holdfast.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What the API answered.
 *
 * @param etag the entity tag, where one came
 * @param replayed whether it said that it had done this before
 * @param body parsed; a missing node where there was none
 * @param took from sending the request that was answered to its last byte
 */
public record ApiAnswer(int status, Optional<String> etag, boolean replayed, JsonNode body, Duration took) {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The status and the problem's own words, with its first pointer. */
    public String problem() {
        StringBuilder text = new StringBuilder()
                .append(status)
                .append(' ')
                .append(body.path("title").asText(""))
                .append(": ")
                .append(body.path("detail").asText(""));
        JsonNode first = body.path("errors").path(0);
        if (!first.isMissingNode()) {
            text.append(" (")
                    .append(first.path("pointer").asText())
                    .append(' ')
                    .append(first.path("detail").asText())
                    .append(')');
        }
        return text.toString();
    }
}
