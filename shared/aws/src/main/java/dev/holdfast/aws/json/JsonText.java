package dev.holdfast.aws.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** JSON trees that we write ourselves, or that AWS wrote. What others wrote goes through {@link StrictJson}. */
public final class JsonText {
    private static final ObjectMapper TREES = new ObjectMapper();

    private JsonText() {}

    /** A new object, to be filled. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The tree as text. */
    public static String write(JsonNode tree) {
        try {
            return TREES.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /**
     * Writes the tree and closes the stream.
     *
     * @throws IOException when the stream is closed
     */
    public static void write(OutputStream out, JsonNode tree) throws IOException {
        TREES.writeValue(out, tree);
    }

    /**
     * The tree that the stream holds.
     *
     * @throws IOException when the stream ends early or holds no JSON
     */
    public static JsonNode read(InputStream in) throws IOException {
        return TREES.readTree(in);
    }
}
