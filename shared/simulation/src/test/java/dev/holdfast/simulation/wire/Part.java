package dev.holdfast.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.simulation.wire.Front.Answer;
import java.io.IOException;

/** The part of a call that DynamoDB does; the rest it leaves to be asked for again. */
final class Part {
    private final ObjectNode request;
    private final String leftAs;
    private final ObjectNode left = JsonText.object();
    private boolean empty;

    private Part(ObjectNode request, String leftAs) {
        this.request = request;
        this.leftAs = leftAs;
    }

    static Part of(String operation, ObjectNode request) {
        return switch (operation) {
            case "Query" -> new Part(request.put("Limit", 1), "");
            case "BatchGetItem" -> new Part(request, "UnprocessedKeys").halved();
            case "BatchWriteItem" -> new Part(request, "UnprocessedItems").halved();
            default -> throw new IllegalArgumentException("it has no parts: " + operation);
        };
    }

    private Part halved() {
        JsonNode tables = request.path("RequestItems");
        left.setAll((ObjectNode) tables.deepCopy());
        empty = true;
        tables.fieldNames().forEachRemaining(table -> {
            ArrayNode sent = entries(tables.path(table));
            ArrayNode later = entries(left.path(table));
            int half = sent.size() / 2;
            for (int i = 0; i < half; i++) {
                later.remove(0);
            }
            while (sent.size() > half) {
                sent.remove(half);
            }
            empty &= half == 0;
        });
        return this;
    }

    private static ArrayNode entries(JsonNode ofTable) {
        return (ArrayNode) (ofTable.isArray() ? ofTable : ofTable.path("Keys"));
    }

    boolean isEmpty() {
        return empty;
    }

    String sent() {
        return JsonText.write(request);
    }

    /** The answer where nothing was sent. */
    Answer nothing() {
        ObjectNode body = JsonText.object();
        body.putObject("Responses");
        body.set(leftAs, left);
        return Refusal.answer(200, body);
    }

    /** The answer to what was sent, with what is left. */
    Answer of(Answer answer) throws IOException {
        if (leftAs.isEmpty()) {
            return answer;
        }
        ObjectNode body = Refusal.json(answer.body());
        body.set(leftAs, left);
        return Refusal.answer(answer.status(), body);
    }
}
