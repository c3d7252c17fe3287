package dev.holdfast.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.kernel.CardNumber;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The words that a request's description is made of; meant to be imported statically. */
public final class Decoders {
    private static final Pattern RFC_3339_UTC =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|\\+00:00)");

    private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f";
    private static final String TEXT_FORM = "^[^" + CONTROL + "]*[^\\u0020" + CONTROL + "][^" + CONTROL + "]*$";

    private Decoders() {}

    private static ObjectNode schema(String type) {
        return JsonText.object().put("type", type);
    }

    private static ObjectNode oneOf(Collection<String> names) {
        ObjectNode schema = schema("string");
        ArrayNode all = schema.putArray("enum");
        names.stream().forEach(all::add);
        return schema;
    }

    /** A string of a type that checks it itself. */
    public static <T> Decoder<T> asString(Function<String, T> type) {
        Decoder<T> reading = (node, place) -> {
            if (!node.isTextual()) {
                throw new InvalidValue("must be a string");
            }
            return type.apply(node.textValue());
        };
        return reading.describedBy(() -> schema("string"));
    }

    /** A string of this form, a regular expression, and of a type that checks it itself. */
    public static <T> Decoder<T> asString(String form, Function<String, T> type) {
        return asString(type).describedBy(() -> schema("string").put("pattern", "^(?:" + form + ")$"));
    }

    /** A SKU. */
    public static Decoder<Sku> asSku() {
        return asString(Sku.FORM, Sku::new);
    }

    /** A location. */
    public static Decoder<LocationId> asLocation() {
        return asString(LocationId.FORM, LocationId::new);
    }

    /** A reference. */
    public static Decoder<Reference> asReference() {
        return asString(Reference.FORM, Reference::new);
    }

    /** The code of a country. */
    public static Decoder<String> asCountry() {
        Set<String> codes = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
        return asString(code -> {
                    if (!codes.contains(code)) {
                        throw new InvalidValue("must be a country code of ISO 3166, such as GB");
                    }
                    return code;
                })
                .describedBy(() -> oneOf(new TreeSet<>(codes)));
    }

    /** Free text: 1 to {@link Limits#TEXT_MAX} characters, no control characters, no number of a payment card. */
    public static Decoder<String> asText() {
        return asText(Limits.TEXT_MAX);
    }

    /** As {@link #asText()}, with a limit of its own. A character is a code point. */
    public static Decoder<String> asText(int charactersMax) {
        return asString(text -> {
                    if (text.isBlank() || text.codePointCount(0, text.length()) > charactersMax) {
                        throw new InvalidValue("must be 1 to " + charactersMax + " characters, not all of them spaces");
                    }
                    if (text.codePoints().anyMatch(Character::isISOControl)) {
                        throw new InvalidValue("must not contain control characters");
                    }
                    if (CardNumber.standsIn(text)) {
                        throw new InvalidValue("must not contain the number of a payment card");
                    }
                    return text;
                })
                .describedBy(
                        () -> schema("string").put("maxLength", charactersMax).put("pattern", TEXT_FORM));
    }

    /** An integer in this range, both ends included. */
    public static Decoder<Integer> asInteger(int min, int max) {
        return asLong(min, max).as(Math::toIntExact);
    }

    /** An integer in this range, both ends included. */
    public static Decoder<Long> asLong(long min, long max) {
        Decoder<Long> reading = (node, place) -> {
            if (!node.isIntegralNumber()) {
                throw new InvalidValue("must be an integer");
            }
            if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
                throw new InvalidValue("must be " + min + " to " + max);
            }
            return node.longValue();
        };
        return reading.describedBy(() -> schema("integer").put("minimum", min).put("maximum", max));
    }

    /** True or false. */
    public static Decoder<Boolean> asBoolean() {
        Decoder<Boolean> reading = (node, place) -> {
            if (!node.isBoolean()) {
                throw new InvalidValue("must be true or false");
            }
            return node.booleanValue();
        };
        return reading.describedBy(() -> schema("boolean"));
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
                        .orElseThrow(
                                () -> new InvalidValue("must be one of " + Arrays.toString(type.getEnumConstants()))))
                .describedBy(() -> oneOf(
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }

    /** {@code {"amount": 1299, "currency": "GBP"}}, in minor units. */
    public static Decoder<Money> asMoney() {
        return asObject(fields -> {
            Field<Long> amount = fields.required("amount", asLong(0, Limits.AMOUNT_MINOR_MAX));
            Field<String> currency = fields.required("currency", asCurrency());
            return new Money(amount.get(), currency.get());
        });
    }

    private static Decoder<String> asCurrency() {
        return asString(code -> new Money(0, code).currency()).describedBy(() -> oneOf(Money.currencies()));
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
                })
                .describedBy(
                        () -> schema("string").put("format", "date-time").put("pattern", "^(?:" + RFC_3339_UTC + ")$"));
    }

    /** An array of this many elements; a longer one is refused unread. */
    public static <T> Decoder<List<T>> asList(int min, int max, Decoder<T> element) {
        Decoder<List<T>> reading = (node, place) -> {
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
        return reading.describedBy(() -> {
            ObjectNode schema = schema("array").put("minItems", min).put("maxItems", max);
            schema.set("items", element.schema());
            return schema;
        });
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
        Decoder<T> decoder = (node, place) -> {
            if (!(node instanceof ObjectNode object)) {
                throw new InvalidValue("must be an object");
            }
            SentFields fields = new SentFields(object, place);
            try {
                return reading.apply(fields);
            } finally {
                fields.refuseUnknown();
            }
        };
        return decoder.describedBy(() -> AskedFields.of(reading));
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
            return reading.apply(new SentFields(object, place));
        };
    }
}
