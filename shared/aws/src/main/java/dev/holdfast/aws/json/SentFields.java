package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The fields of an object that was sent. */
final class SentFields implements Fields {
    private final ObjectNode object;
    private final Place place;
    private final Set<String> known = new HashSet<>();

    SentFields(ObjectNode object, Place place) {
        this.object = object;
        this.place = place;
    }

    @Override
    public <T> Field<T> required(String name, Decoder<T> decoder) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            place.field(name).refuse("is required");
            return Field.refused();
        }
        return place.field(name).read(node.get(), decoder);
    }

    @Override
    public <T> Field<Optional<T>> optional(String name, Decoder<T> decoder) {
        return node(name)
                .map(node -> place.field(name).read(node, decoder.as(Optional::of)))
                .orElseGet(() -> Field.of(Optional.empty()));
    }

    @Override
    public <T> Field<T> optional(String name, Decoder<T> decoder, T otherwise) {
        return node(name).map(node -> place.field(name).read(node, decoder)).orElseGet(() -> Field.of(otherwise));
    }

    @Override
    public RuntimeException refusal(String name, String detail) {
        place.field(name).refuse(detail);
        return new Incomplete();
    }

    void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                place.field(name).refuse("is not a known field");
            }
        });
    }

    private Optional<JsonNode> node(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }
}
