package dev.holdfast.simulation.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items read with eyes of our own: not by the codecs that are under test. */
public final class Raw {
    private Raw() {}

    static long number(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    public static String text(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** The SKU of a partition of the Stock table. */
    static String sku(String shelf) {
        return shelf.endsWith("#00") ? shelf.substring(0, shelf.length() - 3) : shelf;
    }

    static Optional<Long> find(Map<String, AttributeValue> item, String attribute) {
        return Optional.ofNullable(item.get(attribute)).map(value -> Long.parseLong(value.n()));
    }

    /** Units per {@code LOCATION SKU} of {@code LOCATION:SKU=units,SKU=units;LOCATION*:…}; a star marks what left. */
    static Map<String, Long> held(Map<String, AttributeValue> item, boolean shipped) {
        String text = text(item, "held");
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> units = new HashMap<>();
        for (String place : text.split(";", -1)) {
            int colon = place.indexOf(':');
            boolean left = place.charAt(colon - 1) == '*';
            if (left != shipped) {
                continue;
            }
            String location = place.substring(0, left ? colon - 1 : colon);
            for (String one : place.substring(colon + 1).split(",", -1)) {
                int equals = one.indexOf('=');
                units.merge(
                        location + " " + one.substring(0, equals),
                        Long.parseLong(one.substring(equals + 1)),
                        Long::sum);
            }
        }
        return units;
    }

    /** Units ordered per SKU, where the header has the lines. */
    static Map<String, Long> ordered(Map<String, AttributeValue> item) {
        Map<String, Long> units = new TreeMap<>();
        String lines = text(item, "lines");
        if (!lines.isEmpty()) {
            for (String line : lines.split(";", -1)) {
                String[] parts = line.split(",", -1);
                units.merge(parts[0], Long.parseLong(parts[1]), Long::sum);
            }
        }
        return units;
    }

    /** Status per location. */
    public static Map<String, String> shipments(Map<String, AttributeValue> header) {
        @Nullable AttributeValue map = header.get("shipments");
        if (map == null) {
            return Map.of();
        }
        Map<String, String> statuses = new TreeMap<>();
        map.m()
                .forEach((location, parts) ->
                        statuses.put(location, parts.l().getFirst().s()));
        return statuses;
    }

    static List<AttributeValue> shipment(Map<String, AttributeValue> header, String location) {
        AttributeValue map = header.get("shipments");
        AttributeValue parts = map == null ? null : map.m().get(location);
        return parts == null ? List.of() : parts.l();
    }
}
