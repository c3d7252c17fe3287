package dev.holdfast.simulation.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.simulation.wire.Front.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What DynamoDB says to refuse a call, in its own protocol; DynamoDB Local never says any of it. */
final class Refusal {
    private static final String JSON = "application/x-amz-json-1.0";
    private static final String MODEL = "com.amazonaws.dynamodb.v20120810#";

    private Refusal() {}

    static Answer serverError() {
        return answer(500, error("InternalServerError"));
    }

    static Answer throttled() {
        return answer(400, error("ProvisionedThroughputExceededException"));
    }

    static Answer inProgress() {
        return answer(400, error("TransactionInProgressException"));
    }

    /** A transaction is cancelled for its first action; a single write is told outright. */
    static Answer conflict(String operation, String request) throws IOException {
        if (!operation.equals("TransactWriteItems")) {
            return answer(400, error("TransactionConflictException"));
        }
        ObjectNode cancelled = error("TransactionCanceledException");
        ArrayNode reasons = cancelled.putArray("CancellationReasons");
        int actions = json(request).path("TransactItems").size();
        for (int i = 0; i < actions; i++) {
            reasons.addObject().put("Code", i == 0 ? "TransactionConflict" : "None");
        }
        return answer(400, cancelled);
    }

    private static ObjectNode error(String name) {
        return JsonText.object().put("__type", MODEL + name).put("message", "so it was wanted");
    }

    static Answer answer(int status, ObjectNode body) {
        return new Answer(status, JSON, JsonText.write(body));
    }

    static ObjectNode json(String text) throws IOException {
        return (ObjectNode) JsonText.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
