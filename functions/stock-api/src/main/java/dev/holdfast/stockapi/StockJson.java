package dev.holdfast.stockapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.Counters;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Stock;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.List;

/** Stock on the wire. */
final class StockJson {
    private StockJson() {}

    static ObjectNode stock(Stock stock) {
        ObjectNode json = JsonText.object().put("sku", stock.sku().value()).put("version", stock.version());
        ArrayNode locations = json.putArray("locations");
        stock.shelves()
                .forEach(
                        (location, counters) -> add(locations.addObject().put("location", location.value()), counters));
        add(json.putObject("totals"), stock.totals());
        return json;
    }

    private static void add(ObjectNode json, Counters counters) {
        json.put("available", counters.available()).put("reserved", counters.reserved());
        json.putObject("unavailable")
                .put("damaged", counters.damaged())
                .put("qualityControl", counters.qualityControl())
                .put("safety", counters.safety());
        json.put("onHand", counters.onHand());
    }

    /** What of these SKUs may be promised, in their order. */
    static ObjectNode availability(List<Sku> skus, Shelf shelf, Instant asOf) {
        ObjectNode json = JsonText.object();
        ArrayNode items = json.putArray("items");
        ArrayNode unknown = json.putArray("unknown");
        for (Sku sku : skus) {
            Stock stock = shelf.stocks().get(sku);
            if (stock == null) {
                unknown.add(sku.value());
            } else {
                items.addObject()
                        .put("sku", sku.value())
                        .put("available", stock.availableToPromise())
                        .put("version", stock.version())
                        .put("asOf", asOf.toString());
            }
        }
        return json;
    }
}
