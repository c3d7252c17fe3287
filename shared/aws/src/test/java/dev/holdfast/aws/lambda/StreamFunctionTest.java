package dev.holdfast.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamFunctionTest {
    private final List<String> delivered = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();
    private final List<StreamRecord> seen = new ArrayList<>();
    private Set<Integer> failing = Set.of();
    private boolean deadLettersAway;
    private boolean deliveryBroken;

    /** Relays the attribute `says` as often as `times`; nothing where it is absent. */
    private final StreamFunction<String> function = new StreamFunction<>(
            record -> {
                seen.add(record);
                Map<String, AttributeValue> image = record.newImage().orElse(Map.of());
                if (!image.containsKey("says")) {
                    return List.of();
                }
                String says = Objects.requireNonNull(image.get("says")).s();
                if (says.equals("poison")) {
                    throw new IllegalArgumentException("poison");
                }
                return List.of(says, says + "!");
            },
            (messages, deadline) -> {
                if (deliveryBroken) {
                    throw new IllegalStateException("broken");
                }
                delivered.addAll(messages);
                return failing;
            },
            (id, content) -> {
                if (deadLettersAway) {
                    throw new IllegalStateException("away");
                }
                buried.add(id + " " + content);
            }) {};

    private static ObjectNode event(String... says) {
        ObjectNode event = JsonText.object();
        for (int i = 0; i < says.length; i++) {
            ObjectNode record = event.withArray("/Records").addObject();
            record.put("eventID", "e" + i).put("eventName", "INSERT");
            record.put("eventSourceARN", "arn:aws:dynamodb:ddblocal:000000000000:table/OrdersTable/stream/2026");
            ObjectNode change = record.putObject("dynamodb").put("SequenceNumber", "s" + i);
            change.putObject("Keys").putObject("orderId").put("S", "o" + i);
            ObjectNode image = change.putObject("NewImage");
            if (!says[i].isEmpty()) {
                image.putObject("says").put("S", says[i]);
            }
        }
        return event;
    }

    private List<String> failures(JsonNode event) {
        return function.answer(event, Deadline.inMillis(() -> 5_000))
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    @Test
    void what_follows_from_the_records_is_delivered_in_order() {
        assertThat(failures(event("a", "", "b"))).isEmpty();
        assertThat(delivered).containsExactly("a", "a!", "b", "b!");
        assertThat(seen.getFirst().table()).isEqualTo("OrdersTable");
        assertThat(seen.getFirst().kind()).isEqualTo(StreamRecord.Kind.INSERT);
        assertThat(seen.getFirst().keys()).containsEntry("orderId", AttributeValue.fromS("o0"));
        assertThat(seen.getFirst().oldImage()).isEmpty();
    }

    @Test
    void the_stream_comes_again_from_the_first_record_that_did_not_get_through() {
        failing = Set.of(3, 4);
        assertThat(failures(event("a", "", "b", "c"))).containsExactly("s2");
    }

    @Test
    void a_record_that_is_not_understood_goes_whole_to_the_dead_letters() {
        assertThat(failures(event("a", "poison", "b"))).isEmpty();
        assertThat(delivered).containsExactly("a", "a!", "b", "b!");
        assertThat(buried)
                .singleElement()
                .asString()
                .startsWith("e1 {")
                .contains("\"SequenceNumber\":\"s1\"", "poison");
    }

    @Test
    void where_it_cannot_be_buried_the_stream_waits_there_and_what_went_before_is_delivered() {
        deadLettersAway = true;
        assertThat(failures(event("a", "poison", "b"))).containsExactly("s1");
        assertThat(delivered).containsExactly("a", "a!");
    }

    @Test
    void a_broken_delivery_comes_again_from_the_first_record_that_had_something_to_say() {
        deliveryBroken = true;
        assertThat(failures(event("", "a", "b"))).containsExactly("s1");
    }

    @Test
    void every_type_of_attribute_is_read() throws JsonProcessingException {
        JsonNode image = new ObjectMapper().readTree("""
                        {"s": {"S": "x"}, "n": {"N": "-1.5"}, "b": {"B": "AQI="}, "bool": {"BOOL": false},
                         "null": {"NULL": true}, "m": {"M": {"in": {"N": "1"}}}, "l": {"L": [{"S": "a"}, {"L": []}]},
                         "ss": {"SS": ["p", "q"]}, "ns": {"NS": ["1", "2"]}, "bs": {"BS": ["AQ=="]}}""");
        assertThat(StreamImage.read(image))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "s", AttributeValue.fromS("x"),
                        "n", AttributeValue.fromN("-1.5"),
                        "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2})),
                        "bool", AttributeValue.fromBool(false),
                        "null", AttributeValue.fromNul(true),
                        "m", AttributeValue.fromM(Map.of("in", AttributeValue.fromN("1"))),
                        "l", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromL(List.of()))),
                        "ss", AttributeValue.fromSs(List.of("p", "q")),
                        "ns", AttributeValue.fromNs(List.of("1", "2")),
                        "bs", AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[] {1})))));
    }
}
