package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields that a reading asks for. None is there, so it ends at the first {@link Field#get}: by then it has asked for
 * all of them.
 */
final class AskedFields implements Fields {
    private final ObjectNode schema = JsonText.object().put("type", "object");

    private AskedFields() {}

    /** The schema of the objects that it reads. */
    static ObjectNode of(Function<Fields, ?> reading) {
        AskedFields asked = new AskedFields();
        try {
            Object nothing = reading.apply(asked);
            throw new IllegalArgumentException("made of no field at all: " + nothing);
        } catch (Incomplete asIntended) {
            return asked.schema.put("additionalProperties", false);
        }
    }

    @Override
    public <T> Field<T> required(String name, Decoder<T> decoder) {
        schema.withArray("/required").add(name);
        ask(name, decoder);
        return Field.refused();
    }

    @Override
    public <T> Field<Optional<T>> optional(String name, Decoder<T> decoder) {
        ask(name, decoder);
        return Field.refused();
    }

    @Override
    public <T> Field<T> optional(String name, Decoder<T> decoder, T otherwise) {
        ask(name, decoder);
        return Field.refused();
    }

    @Override
    public RuntimeException refusal(String name, String detail) {
        return new Incomplete();
    }

    private void ask(String name, Decoder<?> decoder) {
        schema.withObject("/properties").set(name, decoder.schema());
    }
}
