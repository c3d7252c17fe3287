package dev.holdfast.simulation.aws;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Something that has a value for an item, or none. Paths are of one step: we store flat items. */
sealed interface Operand {
    /** The value; null where the item has none. */
    @Nullable
    AttributeValue of(Map<String, AttributeValue> item, Names names);

    /** What the placeholders of a request stand for. */
    record Names(Map<String, String> names, Map<String, AttributeValue> values) {
        String name(String written) {
            if (written.charAt(0) != '#') {
                return written;
            }
            return Optional.ofNullable(names.get(written))
                    .orElseThrow(() -> new IllegalArgumentException("nothing is called " + written));
        }
    }

    /** An attribute. */
    record Path(String written) implements Operand {
        @Override
        public @Nullable AttributeValue of(Map<String, AttributeValue> item, Names names) {
            return item.get(names.name(written));
        }
    }

    /** A value of the request. */
    record Value(String placeholder) implements Operand {
        @Override
        public AttributeValue of(Map<String, AttributeValue> item, Names names) {
            return Optional.ofNullable(names.values.get(placeholder))
                    .orElseThrow(() -> new IllegalArgumentException("nothing stands for " + placeholder));
        }
    }

    /** {@code if_not_exists(path, other)}. */
    record IfNotExists(Path path, Operand other) implements Operand {
        @Override
        public @Nullable AttributeValue of(Map<String, AttributeValue> item, Names names) {
            AttributeValue there = path.of(item, names);
            return there == null ? other.of(item, names) : there;
        }
    }

    /** {@code a + b}, {@code a - b}. */
    record Sum(Operand left, Operand right, int sign) implements Operand {
        @Override
        public AttributeValue of(Map<String, AttributeValue> item, Names names) {
            AttributeValue a = left.of(item, names);
            AttributeValue b = right.of(item, names);
            if (a == null || b == null) {
                throw Refusals.validation(
                        "The provided expression refers to an attribute that does not exist in the item");
            }
            return Values.sum(a, b, sign);
        }
    }

    /** A path or a value. */
    static Operand read(Tokens tokens) {
        String word = tokens.next();
        return word.charAt(0) == ':' ? new Value(word) : new Path(word);
    }
}
