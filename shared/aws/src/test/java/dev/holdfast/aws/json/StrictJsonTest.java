package dev.holdfast.aws.json;

import static dev.holdfast.aws.json.Decoders.asBoolean;
import static dev.holdfast.aws.json.Decoders.asInstant;
import static dev.holdfast.aws.json.Decoders.asList;
import static dev.holdfast.aws.json.Decoders.asLong;
import static dev.holdfast.aws.json.Decoders.asMoney;
import static dev.holdfast.aws.json.Decoders.asObject;
import static dev.holdfast.aws.json.Decoders.asOneOf;
import static dev.holdfast.aws.json.Decoders.asQuantity;
import static dev.holdfast.aws.json.Decoders.asString;
import static dev.holdfast.aws.json.Decoders.asText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final String LINE = "{\"sku\": \"a1\", \"quantity\": 6}";

    record Line(Sku sku, Quantity quantity) {
        static Line read(Fields fields) {
            Field<Sku> sku = fields.required("sku", asString(Sku::new));
            Field<Quantity> quantity = fields.required("quantity", asQuantity());
            return new Line(sku.get(), quantity.get());
        }
    }

    record Receipt(String reference, Optional<String> note, List<Line> lines) {
        static Receipt read(Fields fields) {
            Field<String> reference = fields.required("reference", asString(text -> text));
            Field<Optional<String>> note = fields.optional("note", asText());
            Field<List<Line>> lines = fields.required("lines", asList(1, 3, asObject(Line::read)));
            return new Receipt(reference.get(), note.get(), lines.get());
        }
    }

    private static Decoded<Receipt> receipt(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), asObject(Receipt::read));
    }

    private static List<Fault> faults(Decoded<?> decoded) {
        return switch (decoded) {
            case Decoded.Invalid<?>(List<Fault> faults) -> faults;
            case Decoded.Valid<?> valid -> List.of();
        };
    }

    private static List<String> pointers(Decoded<?> decoded) {
        return faults(decoded).stream().map(Fault::pointer).toList();
    }

    private static <T> Decoded<T> value(String json, Decoder<T> decoder) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), decoder);
    }

    @Test
    void a_good_document_is_read() {
        assertThat(receipt("{\"reference\": \"r\", \"lines\": [" + LINE + "]}"))
                .isEqualTo(new Decoded.Valid<>(
                        new Receipt("r", Optional.empty(), List.of(new Line(new Sku("A1"), new Quantity(6))))));
    }

    @Test
    void null_counts_as_absent() {
        assertThat(faults(receipt("{\"reference\": \"r\", \"note\": null, \"lines\": [" + LINE + "]}")))
                .isEmpty();
        assertThat(faults(receipt("{\"reference\": null, \"lines\": [" + LINE + "]}")))
                .containsExactly(new Fault("/reference", "is required"));
        assertThat(pointers(receipt("{\"reference\": \"r\", \"lines\": [null]}")))
                .containsExactly("/lines/0");
    }

    @Test
    void all_faults_are_found_at_once_each_with_its_pointer() {
        assertThat(pointers(receipt("""
                        {"nope": 1, "a/b~c": 2, "note": "", "lines": [
                          {"sku": "§", "quantity": 0}, {"quantity": "6", "extra": true}, 7]}""")))
                .containsExactlyInAnyOrder(
                        "/reference",
                        "/nope",
                        "/a~1b~0c",
                        "/note",
                        "/lines/0/sku",
                        "/lines/0/quantity",
                        "/lines/1/sku",
                        "/lines/1/quantity",
                        "/lines/1/extra",
                        "/lines/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "{\"reference\": \"r\"",
                "{'reference': 'r'}",
                "{\"reference\": 01}",
                "{\"reference\": NaN}",
                "{} {}",
                "[]",
                "\"text\"",
                "\uFEFF{}",
                "{\"reference\": \"r\",}",
                "// note\n{}"
            })
    void what_is_no_object_of_json_is_refused(String json) {
        assertThat(faults(receipt(json)))
                .isNotEmpty()
                .allSatisfy(fault ->
                        assertThat(fault.detail()).doesNotContain("jackson", "com.", "Exception", "reference"));
    }

    @Test
    void a_key_that_stands_twice_is_refused_where_it_stands() {
        List<Fault> faults = faults(receipt("{\"lines\": [" + LINE + ", {\"sku\": \"a\", \"sku\": \"b\"}]}"));
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/lines/1/sku");
            assertThat(fault.detail()).startsWith("the key stands twice");
        });
    }

    @Test
    void nesting_is_read_down_to_the_limit_and_not_below() {
        Decoder<String> anything = (node, place) -> "read";
        int max = Limits.BODY_DEPTH_MAX;
        assertThat(faults(value("[".repeat(max) + "]".repeat(max), anything))).isEmpty();
        assertThat(faults(value("[".repeat(max + 1) + "]".repeat(max + 1), anything)))
                .isNotEmpty();
        assertThat(faults(value("[".repeat(100_000), anything))).isNotEmpty();
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] latin1 = "{\"reference\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(StrictJson.read(latin1, asObject(Receipt::read))))
                .containsExactly(new Fault("", "must be UTF-8"));
        byte[] utf16 = "{\"reference\": \"r\"}".getBytes(StandardCharsets.UTF_16BE);
        assertThat(faults(StrictJson.read(utf16, asObject(Receipt::read)))).isNotEmpty();
    }

    @Test
    void halves_of_surrogate_pairs_are_refused_in_values_and_in_keys() {
        assertThat(pointers(receipt("{\"reference\": \"a\\ud800\", \"lines\": []}")))
                .containsExactly("/reference");
        assertThat(pointers(receipt("{\"lines\": [{\"\\udc00\": 1}]}"))).containsExactly("/lines/0");
        assertThat(faults(value("\"\\ud83d\\ude00\"", asText()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "6.0", "1e3", "true", "[6]", "{}", "0", "-1", "1000001", "99999999999999999999"})
    void nothing_but_an_integer_in_range_is_a_quantity(String json) {
        assertThat(faults(value(json, asQuantity()))).hasSize(1);
    }

    @Test
    void a_number_of_enormous_length_is_refused_unread() {
        assertThat(faults(value("9".repeat(900_000), asLong(0, Long.MAX_VALUE))))
                .hasSize(1);
        assertThat(faults(value("1e999999999", asLong(0, Long.MAX_VALUE)))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000000, true", "1000001, false", "0, false"})
    void quantities_stand_at_their_limits(int units, boolean accepted) {
        assertThat(faults(value(Integer.toString(units), asQuantity())).isEmpty())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "true", "[]", "\"\"", "\"  \"", "\"a\\u0000b\"", "\"a\\nb\""})
    void text_is_a_string_without_control_characters(String json) {
        assertThat(faults(value(json, asText()))).hasSize(1);
    }

    @Test
    void text_ends_at_its_limit() {
        assertThat(faults(value('"' + "x".repeat(Limits.TEXT_MAX) + '"', asText())))
                .isEmpty();
        assertThat(faults(value('"' + "x".repeat(Limits.TEXT_MAX + 1) + '"', asText())))
                .hasSize(1);
    }

    @Test
    void a_character_of_two_surrogates_counts_once() {
        assertThat(faults(value('"' + "\ud83d\ude00".repeat(Limits.TEXT_MAX) + '"', asText())))
                .isEmpty();
        assertThat(faults(value('"' + "\ud83d\ude00".repeat(Limits.TEXT_MAX + 1) + '"', asText())))
                .hasSize(1);
    }

    @Test
    void money_is_minor_units_and_a_currency() {
        assertThat(value("{\"amount\": 255, \"currency\": \"GBP\"}", asMoney()))
                .isEqualTo(new Decoded.Valid<>(new Money(255, "GBP")));
        assertThat(pointers(value("{\"amount\": -1, \"currency\": \"pound\"}", asMoney())))
                .containsExactly("/amount", "/currency");
        assertThat(pointers(value("{\"amount\": 1000000000001, \"currency\": \"GBP\"}", asMoney())))
                .containsExactly("/amount");
        assertThat(pointers(value("{\"amount\": 2.55, \"currency\": \"GBP\"}", asMoney())))
                .containsExactly("/amount");
    }

    @Test
    void times_are_rfc_3339_in_utc() {
        assertThat(value("\"2026-11-24T09:30:00Z\"", asInstant()))
                .isEqualTo(new Decoded.Valid<>(Instant.parse("2026-11-24T09:30:00Z")));
        for (String bad : List.of("2026-11-24", "2026-11-24T09:30:00+01:00", "2026-13-24T09:30:00Z", "yesterday")) {
            assertThat(faults(value('"' + bad + '"', asInstant()))).as(bad).hasSize(1);
        }
    }

    enum Allocation {
        ALL_OR_NOTHING,
        BACKORDER
    }

    @Test
    void names_of_an_enumeration_keep_their_case() {
        assertThat(faults(value("\"BACKORDER\"", asOneOf(Allocation.class)))).isEmpty();
        assertThat(faults(value("\"backorder\"", asOneOf(Allocation.class))))
                .containsExactly(new Fault("", "must be one of [ALL_OR_NOTHING, BACKORDER]"));
        assertThat(faults(value("\"true\"", asBoolean()))).hasSize(1);
    }

    @Test
    void lists_have_bounds_and_a_longer_one_is_not_read() {
        assertThat(pointers(receipt("{\"reference\": \"r\", \"lines\": []}"))).containsExactly("/lines");
        String four = IntStream.range(0, 4).mapToObj(i -> "7").collect(Collectors.joining(","));
        assertThat(pointers(receipt("{\"reference\": \"r\", \"lines\": [" + four + "]}")))
                .containsExactly("/lines");
    }

    @Test
    void faults_are_counted_up_to_their_limit() {
        String many =
                IntStream.range(0, 1_000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
        assertThat(faults(receipt("{" + many + "}"))).hasSize(Place.FAULTS_MAX);
    }
}
