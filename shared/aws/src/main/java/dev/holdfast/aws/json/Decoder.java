package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.kernel.InvalidValue;
import java.util.function.Function;

/** Turns one JSON value into a type of ours. Nothing is coerced: {@code "6"} and {@code 6.0} are no integers. */
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

    /** The same value as another type, whose constructor may refuse it with {@link InvalidValue}. */
    default <R> Decoder<R> as(Function<T, R> type) {
        return (node, place) -> type.apply(decode(node, place));
    }
}
