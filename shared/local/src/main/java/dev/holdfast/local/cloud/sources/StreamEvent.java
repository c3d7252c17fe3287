package dev.holdfast.local.cloud.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.Addresses;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** The event by which Lambda hands over a batch of a stream's records. */
final class StreamEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamEvent() {}

    static byte[] of(String streamArn, List<Record> records) {
        ObjectNode event = JSON.createObjectNode();
        records.forEach(record -> add(event.withArray("Records").addObject(), streamArn, record));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a batch cannot be written", e);
        }
    }

    private static void add(ObjectNode json, String streamArn, Record record) {
        StreamRecord change = record.dynamodb();
        json.put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", Addresses.REGION);
        ObjectNode body = json.putObject("dynamodb");
        if (change.approximateCreationDateTime() != null) {
            body.put(
                    "ApproximateCreationDateTime",
                    change.approximateCreationDateTime().getEpochSecond());
        }
        putImage(body, "Keys", change.hasKeys(), change.keys());
        putImage(body, "NewImage", change.hasNewImage(), change.newImage());
        putImage(body, "OldImage", change.hasOldImage(), change.oldImage());
        body.put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        json.put("eventSourceARN", streamArn);
        if (record.userIdentity() != null) {
            json.putObject("userIdentity")
                    .put("type", record.userIdentity().type())
                    .put("principalId", record.userIdentity().principalId());
        }
    }

    private static void putImage(ObjectNode body, String name, boolean there, Map<String, AttributeValue> image) {
        if (there) {
            putAll(body.putObject(name), image);
        }
    }

    private static void putAll(ObjectNode json, Map<String, AttributeValue> values) {
        values.forEach((name, value) -> put(json.putObject(name), value));
    }

    private static void put(ObjectNode json, AttributeValue value) {
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", base64(value.b()));
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case SS -> addTexts(json.putArray("SS"), value.ss());
            case NS -> addTexts(json.putArray("NS"), value.ns());
            case BS ->
                addTexts(
                        json.putArray("BS"),
                        value.bs().stream().map(StreamEvent::base64).toList());
            case M -> putAll(json.putObject("M"), value.m());
            case L -> {
                ArrayNode list = json.putArray("L");
                value.l().forEach(item -> put(list.addObject(), item));
            }
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("an attribute has no type");
        }
    }

    private static void addTexts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
