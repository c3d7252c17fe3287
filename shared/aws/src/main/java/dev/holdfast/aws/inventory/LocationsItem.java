package dev.holdfast.aws.inventory;

import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.Location;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.LocationId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All locations in one item: attribute {@code l#MAIN} is a map of what MAIN is. */
final class LocationsItem {
    static final String VERSION = "version";

    private static final String LOCATION = "l#";
    private static final String NAME = "name";
    private static final String COUNTRY = "country";
    private static final String PRIORITY = "priority";

    private LocationsItem() {}

    static Map<String, AttributeValue> of(LocationRegister register) {
        Map<String, AttributeValue> item = new HashMap<>(StockKeys.locations());
        item.put(VERSION, number(register.version()));
        register.locations().forEach((id, location) -> item.put(LOCATION + id, attributes(location)));
        return item;
    }

    static LocationRegister register(Map<String, AttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return LocationRegister.EMPTY;
        }
        TreeMap<LocationId, Versioned<Location>> locations = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith(LOCATION)) {
                LocationId id = new LocationId(name.substring(LOCATION.length()));
                locations.put(id, location(id, new Item(value.m())));
            }
        });
        return new LocationRegister(new Item(attributes).number(VERSION), locations);
    }

    private static AttributeValue attributes(Versioned<Location> location) {
        return AttributeValue.fromM(Map.of(
                VERSION,
                number(location.version()),
                NAME,
                AttributeValue.fromS(location.content().name()),
                COUNTRY,
                AttributeValue.fromS(location.content().country()),
                PRIORITY,
                number(location.content().priority())));
    }

    private static Versioned<Location> location(LocationId id, Item item) {
        return new Versioned<>(
                new Location(id, item.string(NAME), item.string(COUNTRY), Math.toIntExact(item.number(PRIORITY))),
                item.number(VERSION));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
