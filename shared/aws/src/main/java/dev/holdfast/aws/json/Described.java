package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** A reading and what it reads; the schema is made when it is asked for, which no request does. */
record Described<T>(Decoder<T> reading, Supplier<ObjectNode> told) implements Decoder<T> {
    @Override
    public T decode(JsonNode node, Place place) {
        return reading.decode(node, place);
    }

    @Override
    public ObjectNode schema() {
        return told.get();
    }
}
