package dev.holdfast.simulation.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An HTTP answer that arrived. */
public record Reply(int status, String body) {
    public static Reply of(ObjectNode answer) {
        return new Reply(answer.path("statusCode").asInt(), answer.path("body").asText());
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Asking again may help. */
    public boolean isBusy() {
        return status >= 500 || status == 429;
    }
}
