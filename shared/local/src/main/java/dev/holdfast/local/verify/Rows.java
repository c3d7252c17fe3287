package dev.holdfast.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.aws.item.Item;
import dev.holdfast.inventory.CounterChange;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as rows. The verifier reads attributes by their names in the tables, not by the codecs of those who wrote them,
 * which refuse what must not be.
 */
final class Rows {
    private static final String SHARD = "#00";
    private static final String PLACE = "WAIT#";
    private static final int MILLIS_DIGITS = 13;

    private Rows() {}

    static boolean isStock(Map<String, AttributeValue> attributes) {
        return new Item(attributes).string("item").equals("STOCK");
    }

    static boolean isPlace(Map<String, AttributeValue> attributes) {
        return new Item(attributes).string("item").startsWith(PLACE);
    }

    private static String sku(Item item) {
        String shelf = item.string("shelf");
        return shelf.substring(0, shelf.length() - SHARD.length());
    }

    static StockRow stock(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        TreeMap<String, CounterChange> shelves = new TreeMap<>();
        for (String name : attributes.keySet()) {
            if (name.length() > 2 && name.charAt(1) == '#') {
                String location = name.substring(2);
                shelves.put(
                        location,
                        new CounterChange(
                                item.numberOrZero("a#" + location),
                                item.numberOrZero("r#" + location),
                                item.numberOrZero("d#" + location),
                                item.numberOrZero("q#" + location),
                                item.numberOrZero("s#" + location)));
            }
        }
        return new StockRow(
                sku(item),
                item.numberOrZero("version"),
                shelves,
                item.numberOrZero("waiting"),
                item.numberOrZero("tentative"),
                item.numberOrZero("onOrder"),
                item.findNumber("reorderPoint"),
                item.findNumber("rearmAbove"));
    }

    static PlaceRow place(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        String turn = item.string("item").substring(PLACE.length());
        return new PlaceRow(
                sku(item),
                Long.parseLong(turn.substring(0, MILLIS_DIGITS)),
                turn.substring(MILLIS_DIGITS + 1),
                item.number("units"));
    }

    static HistoryRow history(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        Item changes = new Item(item.find("changes").map(AttributeValue::m).orElse(Map.of()));
        return new HistoryRow(
                item.string("sku"),
                item.number("version"),
                item.findString("location").orElse(""),
                item.findString("entryId"),
                new CounterChange(
                        changes.numberOrZero("available"),
                        changes.numberOrZero("reserved"),
                        changes.numberOrZero("damaged"),
                        changes.numberOrZero("qualityControl"),
                        changes.numberOrZero("safety")),
                changes.numberOrZero("waiting"),
                changes.numberOrZero("tentative"),
                new HistoryRow.Sums(
                        item.number("availableAfter"),
                        item.number("reservedAfter"),
                        item.number("waitingAfter"),
                        item.number("onOrderAfter"),
                        item.findNumber("reorderPointAfter"),
                        item.findNumber("rearmAboveAfter")));
    }

    static boolean isAlert(Map<String, AttributeValue> attributes) {
        return new Item(attributes).string("item").startsWith("ALERT#");
    }

    static AlertRow alert(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new AlertRow(
                item.string("sku"),
                item.number("epoch"),
                item.number("basisVersion"),
                item.number("available") + item.number("onOrder") - item.number("waiting"),
                item.number("reorderPoint"));
    }

    static PublishedAlert published(JsonNode event) {
        JsonNode data = event.path("data");
        return new PublishedAlert(
                event.path("id").asText(),
                new AlertRow(
                        data.path("sku").asText(),
                        data.path("epoch").asLong(),
                        data.path("basisVersion").asLong(),
                        data.path("position").asLong(),
                        data.path("reorderPoint").asLong()));
    }

    static ProviderRow provider(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        String intent = item.string("intent");
        int slash = intent.indexOf('/');
        return new ProviderRow(
                intent.substring(0, slash), intent.substring(slash + 1), item.number("minor"), item.flag("approved"));
    }
}
