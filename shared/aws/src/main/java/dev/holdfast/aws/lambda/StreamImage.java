package dev.holdfast.aws.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's JSON of an item, as attribute values of the SDK. */
final class StreamImage {
    private StreamImage() {}

    /** @throws IllegalArgumentException when an attribute has no type that DynamoDB knows */
    static Map<String, AttributeValue> read(JsonNode image) {
        Map<String, AttributeValue> item = HashMap.newHashMap(image.size());
        image.properties().forEach(attribute -> item.put(attribute.getKey(), value(attribute.getValue())));
        return Collections.unmodifiableMap(item);
    }

    private static AttributeValue value(JsonNode typed) {
        if (typed.size() != 1) {
            throw new IllegalArgumentException("an attribute has one type");
        }
        Map.Entry<String, JsonNode> entry = typed.properties().iterator().next();
        JsonNode value = entry.getValue();
        return switch (entry.getKey()) {
            case "S" -> AttributeValue.fromS(value.textValue());
            case "N" -> AttributeValue.fromN(value.asText());
            case "B" -> AttributeValue.fromB(bytes(value));
            case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(read(value));
            case "L" ->
                AttributeValue.fromL(
                        list(value).stream().map(StreamImage::value).toList());
            case "SS" ->
                AttributeValue.fromSs(
                        list(value).stream().map(JsonNode::textValue).toList());
            case "NS" ->
                AttributeValue.fromNs(list(value).stream().map(JsonNode::asText).toList());
            case "BS" ->
                AttributeValue.fromBs(
                        list(value).stream().map(StreamImage::bytes).toList());
            default -> throw new IllegalArgumentException("DynamoDB has no type " + entry.getKey());
        };
    }

    private static SdkBytes bytes(JsonNode base64) {
        return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64.textValue()));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
