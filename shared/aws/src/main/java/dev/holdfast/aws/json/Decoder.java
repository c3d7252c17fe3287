package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.kernel.InvalidValue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns one JSON value into a type of ours. Nothing is coerced: {@code "6"} and {@code 6.0} are no integers.
 *
 * <p>It also tells what it reads, so that a request and its description cannot differ.
 */
@FunctionalInterface
public interface Decoder<T> {
    /**
     * Reads the value.
     *
     * @param node never JSON's null
     * @param place where the node stands, for the faults of its parts
     * @throws InvalidValue when the value is refused; the message goes to the caller
     */
    T decode(JsonNode node, Place place);

    /** What it reads, as a JSON Schema (2020-12); empty where that was never told. */
    default ObjectNode schema() {
        return JsonText.object();
    }

    /** The same value as another type, whose constructor may refuse it with {@link InvalidValue}. */
    default <R> Decoder<R> as(Function<T, R> type) {
        return new Described<>((node, place) -> type.apply(decode(node, place)), this::schema);
    }

    /** The same reading, told by this schema. */
    default Decoder<T> describedBy(Supplier<ObjectNode> schema) {
        return new Described<>(this, schema);
    }
}
