package dev.holdfast.aws.ordering;

import dev.holdfast.inventory.Allocation;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Held;
import dev.holdfast.ordering.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What repeats in an order, as short text, because an item is billed by its size. SKUs and locations have none of the
 * characters that separate here.
 */
final class LinesText {
    private static final String SHIPPED = "*";

    private LinesText() {}

    /** {@code SKU,quantity,price} per line; the line's number only where it is not the one after its predecessor's. */
    static String lines(List<OrderLine> lines) {
        StringBuilder text = new StringBuilder();
        int expected = 1;
        for (OrderLine line : lines) {
            text.append(text.isEmpty() ? "" : ";")
                    .append(line.sku())
                    .append(',')
                    .append(line.quantity().units())
                    .append(',')
                    .append(line.unitPriceMinor());
            if (line.number() != expected) {
                text.append(',').append(line.number());
            }
            expected = line.number() + 1;
        }
        return text.toString();
    }

    /** The lines of several such texts, one after the other. */
    static List<OrderLine> lines(Stream<String> texts) {
        List<OrderLine> lines = new ArrayList<>();
        texts.forEach(text -> {
            int expected = 1;
            for (String part : text.split(";", -1)) {
                String[] values = part.split(",", -1);
                int number = values.length > 3 ? Integer.parseInt(values[3]) : expected;
                lines.add(new OrderLine(
                        number,
                        new Sku(values[0]),
                        new Quantity(Integer.parseInt(values[1])),
                        Long.parseLong(values[2])));
                expected = number + 1;
            }
        });
        return lines;
    }

    /** {@code LOCATION:SKU=units,SKU=units} per location; a star marks what was shipped. */
    static String held(List<Held> all) {
        TreeMap<String, StringBuilder> byPlace = new TreeMap<>();
        for (Held held : all) {
            Allocation allocation = held.allocation();
            StringBuilder place = byPlace.computeIfAbsent(
                    allocation.location() + (held.shipped() ? SHIPPED : ""), _ -> new StringBuilder());
            place.append(place.isEmpty() ? "" : ",")
                    .append(allocation.sku())
                    .append('=')
                    .append(allocation.units());
        }
        StringBuilder text = new StringBuilder();
        byPlace.forEach((place, held) ->
                text.append(text.isEmpty() ? "" : ";").append(place).append(':').append(held));
        return text.toString();
    }

    static List<Held> held(String text) {
        List<Held> all = new ArrayList<>();
        for (String place : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            int colon = place.indexOf(':');
            boolean shipped = place.startsWith(SHIPPED, colon - 1);
            LocationId location = new LocationId(place.substring(0, shipped ? colon - 1 : colon));
            for (String held : place.substring(colon + 1).split(",", -1)) {
                int equals = held.indexOf('=');
                Sku sku = new Sku(held.substring(0, equals));
                long units = Long.parseLong(held.substring(equals + 1));
                all.add(new Held(new Allocation(sku, location, units), shipped));
            }
        }
        return List.copyOf(all);
    }

    /** {@code SKU,requested,available} per shortfall. */
    static String shortfalls(List<Shortfall> all) {
        return all.stream()
                .map(one -> one.sku() + "," + one.requested() + "," + one.available())
                .collect(Collectors.joining(";"));
    }

    static List<Shortfall> shortfalls(String text) {
        List<Shortfall> all = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            String[] values = part.split(",", -1);
            all.add(new Shortfall(new Sku(values[0]), Long.parseLong(values[1]), Long.parseLong(values[2])));
        }
        return List.copyOf(all);
    }
}
