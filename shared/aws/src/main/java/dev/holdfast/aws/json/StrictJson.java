package dev.holdfast.aws.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.aws.json.Decoded.Invalid;
import dev.holdfast.aws.json.Decoded.Valid;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a document that somebody else wrote. Refused are: bytes that are no UTF-8, a byte order mark, two values in one
 * document, a key twice in one object, nesting below {@link Limits#BODY_DEPTH_MAX}, numbers of more than
 * {@value #NUMBER_DIGITS_MAX} characters, and halves of surrogate pairs in keys or strings.
 */
public final class StrictJson {
    private static final int NUMBER_DIGITS_MAX = 40;
    private static final ObjectMapper TREES = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.BODY_DEPTH_MAX)
                    .maxNumberLength(NUMBER_DIGITS_MAX)
                    .maxNameLength(Limits.TEXT_MAX)
                    .build())
            .build());

    private StrictJson() {}

    /** The document, or all that is wrong with it, up to {@link Place#FAULTS_MAX} faults. */
    public static <T> Decoded<T> read(byte[] utf8, Decoder<T> decoder) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Invalid<>(List.of(new Fault("", "must be UTF-8")));
        }
        return read(text, decoder);
    }

    /** As {@link #read(byte[], Decoder)}, where the bytes are already text. */
    public static <T> Decoded<T> read(String text, Decoder<T> decoder) {
        List<Fault> faults = new ArrayList<>();
        Place root = Place.root(faults);
        Optional<JsonNode> tree = tree(text, faults);
        tree.ifPresent(node -> refuseHalfSurrogates(node, root));
        if (tree.isPresent() && faults.isEmpty()) {
            Field<T> value = root.read(tree.get(), decoder);
            if (faults.isEmpty()) {
                return new Valid<>(value.get());
            }
        }
        return new Invalid<>(List.copyOf(faults));
    }

    /**
     * A message of ours, where one fault is as good as all of them.
     *
     * @throws InvalidValue when it cannot be read, now or later
     */
    public static <T> T message(String text, Decoder<T> decoder) {
        return switch (read(text, decoder)) {
            case Valid<T>(T value) -> value;
            case Invalid<T>(List<Fault> faults) ->
                throw new InvalidValue("a message cannot be read: " + faults.getFirst());
        };
    }

    private static Optional<JsonNode> tree(String text, List<Fault> faults) {
        try (JsonParser parser = TREES.getFactory().createParser(text)) {
            try {
                JsonNode tree = TREES.readTree(parser);
                if (tree == null || tree.isMissingNode()) {
                    faults.add(new Fault("", "must be a JSON document, and is empty"));
                } else if (tree.isNull()) {
                    faults.add(new Fault("", "must not be null"));
                } else if (parser.nextToken() != null) {
                    faults.add(new Fault("", "must be one JSON document, and goes on after its end"));
                } else {
                    return Optional.of(tree);
                }
            } catch (JsonProcessingException e) {
                faults.add(new Fault(parser.getParsingContext().pathAsPointer().toString(), describe(e)));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In our own words: the parser's quote the document and name classes. */
    private static String describe(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String where = Optional.ofNullable(e.getLocation())
                .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse("");
        if (message.startsWith("Duplicate field")) {
            return "the key stands twice in its object" + where;
        }
        if (e instanceof StreamConstraintsException) {
            return "the document is nested too deeply, or a key or number in it is too long" + where;
        }
        return "the document is not valid JSON" + where;
    }

    private static void refuseHalfSurrogates(JsonNode node, Place place) {
        if (node.isTextual() && hasHalfSurrogate(node.textValue())) {
            place.refuse("must not contain half of a surrogate pair");
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseHalfSurrogates(node.get(i), place.element(i));
        }
        node.properties().forEach(field -> {
            if (hasHalfSurrogate(field.getKey())) {
                place.refuse("must not have a key with half of a surrogate pair");
            } else {
                refuseHalfSurrogates(field.getValue(), place.field(field.getKey()));
            }
        });
    }

    private static boolean hasHalfSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
