package dev.holdfast.stockapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.domain.Movement;
import dev.holdfast.inventory.domain.Moves;

/** A movement on the wire; only what moves is named in its changes. */
final class MovementJson {
    private MovementJson() {}

    static ObjectNode write(Movement movement) {
        ObjectNode json = JsonText.object()
                .put("version", movement.version())
                .put("entryId", movement.entryId().value())
                .put("at", movement.at().toString())
                .put("kind", movement.kind().name());
        movement.location().ifPresent(location -> json.put("location", location.value()));
        add(json.putObject("changes"), movement.changes());
        ArrayNode causes = json.putArray("causes");
        for (Movement.Part part : movement.causes()) {
            ObjectNode cause = causes.addObject()
                    .put("type", part.cause().type().name())
                    .put("id", part.cause().id());
            add(cause.putObject("changes"), part.changes());
        }
        json.put("actor", movement.actor().value());
        movement.reason().ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    private static void add(ObjectNode json, Moves moves) {
        put(json, "available", moves.counters().available());
        put(json, "reserved", moves.counters().reserved());
        put(json, "damaged", moves.counters().damaged());
        put(json, "qualityControl", moves.counters().qualityControl());
        put(json, "safety", moves.counters().safety());
        put(json, "waiting", moves.waiting());
        put(json, "tentative", moves.tentative());
        put(json, "onOrder", moves.onOrder());
    }

    private static void put(ObjectNode json, String name, long units) {
        if (units != 0) {
            json.put(name, units);
        }
    }
}
