package dev.holdfast.aws.item;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of an item as DynamoDB bills it. Source: Amazon DynamoDB Developer Guide, "Item sizes and formats": names and
 * strings in UTF-8, numbers about one byte per two significant digits plus one, three bytes and one per element for
 * lists and maps.
 */
public final class ItemSize {
    private static final int BYTES_PER_WRITE_UNIT = 1_024;
    private static final int CONTAINER = 3;

    private ItemSize() {}

    /** Bytes of the whole item. */
    public static int bytes(Map<String, AttributeValue> item) {
        int bytes = 0;
        for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
            bytes += utf8(attribute.getKey()) + bytes(attribute.getValue());
        }
        return bytes;
    }

    /** Units that one plain write of an item of this size costs; a transaction costs twice that. */
    public static int writeUnits(int bytes) {
        return Math.max(1, (bytes + BYTES_PER_WRITE_UNIT - 1) / BYTES_PER_WRITE_UNIT);
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case SS -> value.ss().stream().mapToInt(ItemSize::utf8).sum();
            case NS -> value.ns().stream().mapToInt(ItemSize::number).sum();
            case BS ->
                value.bs().stream()
                        .mapToInt(bytes -> bytes.asByteArrayUnsafe().length)
                        .sum();
            case L ->
                CONTAINER
                        + value.l().stream()
                                .mapToInt(element -> 1 + bytes(element))
                                .sum();
            case M -> CONTAINER + value.m().size() + bytes(value.m());
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an attribute of a type we do not write");
        };
    }

    private static int number(String digits) {
        int sign = digits.startsWith("-") ? 1 : 0;
        int end = digits.length();
        while (end > sign && digits.charAt(end - 1) == '0') {
            end--;
        }
        return (end - sign + 1) / 2 + 1 + sign;
    }

    private static int utf8(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A pair of surrogates is four bytes together.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
