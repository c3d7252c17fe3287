package dev.holdfast.aws.json;

import java.util.Optional;

/** The fields of one object. A field that is not asked for is refused; null counts as absent. */
public sealed interface Fields permits SentFields, AskedFields {
    /** A field that must be there. */
    <T> Field<T> required(String name, Decoder<T> decoder);

    /** A field that may be left out. */
    <T> Field<Optional<T>> optional(String name, Decoder<T> decoder);

    /** A field with a default. */
    <T> Field<T> optional(String name, Decoder<T> decoder, T otherwise);

    /** Notes a fault that follows from several fields; to be thrown, because the object cannot be built. */
    RuntimeException refusal(String name, String detail);
}
