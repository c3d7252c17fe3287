package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The words that a request's description is made of; meant to be imported statically. */
public final class Decoders {
    private static final Pattern RFC_3339_UTC =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|\\+00:00)");

    private Decoders() {}

    /** A string of a type that checks it itself. */
    public static <T> Decoder<T> asString(Function<String, T> type) {
        return (node, place) -> {
            if (!node.isTextual()) {
                throw new InvalidValue("must be a string");
            }
            return type.apply(node.textValue());
        };
    }

    /** Free text: 1 to {@link Limits#TEXT_MAX} characters, no control characters. */
    public static Decoder<String> asText() {
        return asText(Limits.TEXT_MAX);
    }

    /** As {@link #asText()}, with a limit of its own. */
    public static Decoder<String> asText(int charactersMax) {
        return asString(text -> {
            if (text.isBlank() || text.length() > charactersMax) {
                throw new InvalidValue("must be 1 to " + charactersMax + " characters, not all of them spaces");
            }
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                throw new InvalidValue("must not contain control characters");
            }
            return text;
        });
    }

    /** An integer in this range, both ends included. */
    public static Decoder<Integer> asInteger(int min, int max) {
        return asLong(min, max).as(Math::toIntExact);
    }

    /** An integer in this range, both ends included. */
    public static Decoder<Long> asLong(long min, long max) {
        return (node, place) -> {
            if (!node.isIntegralNumber()) {
                throw new InvalidValue("must be an integer");
            }
            if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
                throw new InvalidValue("must be " + min + " to " + max);
            }
            return node.longValue();
        };
    }

    /** True or false. */
    public static Decoder<Boolean> asBoolean() {
        return (node, place) -> {
            if (!node.isBoolean()) {
                throw new InvalidValue("must be true or false");
            }
            return node.booleanValue();
        };
    }

    /** Units on a line. */
    public static Decoder<Quantity> asQuantity() {
        return asInteger(1, Limits.QUANTITY_MAX).as(Quantity::new);
    }

    /** One of the names of this enumeration, in its case. */
    public static <E extends Enum<E>> Decoder<E> asOneOf(Class<E> type) {
        return asString(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be one of " + Arrays.toString(type.getEnumConstants()))));
    }

    /** {@code {"amount": 1299, "currency": "GBP"}}, in minor units. */
    public static Decoder<Money> asMoney() {
        return asObject(fields -> {
            Field<Long> amount = fields.required("amount", asLong(0, Limits.AMOUNT_MINOR_MAX));
            Field<String> currency = fields.required("currency", asString(code -> new Money(0, code).currency()));
            return new Money(amount.get(), currency.get());
        });
    }

    /** A time of RFC 3339 in UTC. */
    public static Decoder<Instant> asInstant() {
        return asString(text -> {
            if (!RFC_3339_UTC.matcher(text).matches()) {
                throw new InvalidValue("must be a time of RFC 3339 in UTC, such as 2026-11-24T09:30:00Z");
            }
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new InvalidValue("must be a time that the calendar has");
            }
        });
    }

    /** An array of this many elements; a longer one is refused unread. */
    public static <T> Decoder<List<T>> asList(int min, int max, Decoder<T> element) {
        return (node, place) -> {
            if (!node.isArray()) {
                throw new InvalidValue("must be an array");
            }
            if (node.size() < min || node.size() > max) {
                throw new InvalidValue("must have " + min + " to " + max + " elements, not " + node.size());
            }
            List<Field<T>> elements = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                elements.add(element(node.get(i), place.element(i), element));
            }
            return elements.stream().map(Field::get).toList();
        };
    }

    private static <T> Field<T> element(JsonNode node, Place place, Decoder<T> decoder) {
        if (node.isNull()) {
            place.refuse("must not be null");
            return Field.refused();
        }
        return place.read(node, decoder);
    }

    /** An object, read by its fields; those not asked for are refused. */
    public static <T> Decoder<T> asObject(Function<Fields, T> reading) {
        return (node, place) -> {
            if (!(node instanceof ObjectNode object)) {
                throw new InvalidValue("must be an object");
            }
            Fields fields = new Fields(object, place);
            try {
                return reading.apply(fields);
            } finally {
                fields.refuseUnknown();
            }
        };
    }

    /**
     * As {@link #asObject}, but what it does not know is skipped: for messages between functions, of which a newer
     * version may say more.
     */
    public static <T> Decoder<T> asOpenObject(Function<Fields, T> reading) {
        return (node, place) -> {
            if (!(node instanceof ObjectNode object)) {
                throw new InvalidValue("must be an object");
            }
            return reading.apply(new Fields(object, place));
        };
    }
}
