package dev.holdfast.stockapi;

import static dev.holdfast.aws.json.Decoders.asCountry;
import static dev.holdfast.aws.json.Decoders.asInteger;
import static dev.holdfast.aws.json.Decoders.asText;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.Location;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;

/** A location on the wire. */
final class LocationJson {
    private LocationJson() {}

    static Location read(LocationId id, Fields fields) {
        Field<String> name = fields.required("name", asText());
        Field<String> country = fields.required("country", asCountry());
        Field<Integer> priority = fields.required("priority", asInteger(0, Limits.PRIORITY_MAX));
        return new Location(id, name.get(), country.get(), priority.get());
    }

    static ObjectNode write(Versioned<Location> location) {
        Location content = location.content();
        return JsonText.object()
                .put("location", content.id().value())
                .put("version", location.version())
                .put("name", content.name())
                .put("country", content.country())
                .put("priority", content.priority());
    }
}
