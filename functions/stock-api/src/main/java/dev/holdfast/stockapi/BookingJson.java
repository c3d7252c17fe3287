package dev.holdfast.stockapi;

import static dev.holdfast.aws.json.Decoders.asInteger;
import static dev.holdfast.aws.json.Decoders.asList;
import static dev.holdfast.aws.json.Decoders.asLocation;
import static dev.holdfast.aws.json.Decoders.asObject;
import static dev.holdfast.aws.json.Decoders.asOneOf;
import static dev.holdfast.aws.json.Decoders.asQuantity;
import static dev.holdfast.aws.json.Decoders.asSku;
import static dev.holdfast.aws.json.Decoders.asText;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.Decoder;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.inventory.domain.AdjustmentReason;
import dev.holdfast.inventory.domain.Booking;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Receipts and adjustments on the wire: as asked for, and as the journal has them, lines of one SKU added up. */
final class BookingJson {
    private BookingJson() {}

    static Booking receipt(Fields fields, Field<Reference> reference) {
        Field<LocationId> location = location(fields);
        Field<List<Booking.Line>> lines = lines(fields, line -> {
            Field<Sku> sku = sku(line);
            Field<Quantity> quantity = line.required("quantity", asQuantity());
            return Booking.Receipt.line(sku.get(), quantity.get());
        });
        return new Booking.Receipt(reference.get(), location.get(), lines.get());
    }

    static Booking adjustment(Fields fields, Field<Reference> reference) {
        Field<LocationId> location = location(fields);
        Field<AdjustmentReason.Code> reason = fields.required("reason", asOneOf(AdjustmentReason.Code.class));
        boolean needsNote = reason.ifAccepted().equals(Optional.of(AdjustmentReason.Code.OTHER));
        Field<Optional<String>> note =
                needsNote ? fields.required("note", asText().as(Optional::of)) : fields.optional("note", asText());
        Field<List<Booking.Line>> lines = lines(fields, line -> {
            Field<Sku> sku = sku(line);
            Field<Integer> delta = line.required("delta", asDelta());
            return new Booking.Line(sku.get(), delta.get());
        });
        return new Booking.Adjustment(
                reference.get(), location.get(), new AdjustmentReason(reason.get(), note.get()), lines.get());
    }

    private static Field<LocationId> location(Fields fields) {
        return fields.required("location", asLocation());
    }

    private static Field<List<Booking.Line>> lines(Fields fields, Function<Fields, Booking.Line> line) {
        return fields.required("lines", asList(1, Limits.STOCK_LINES_MAX, asObject(line)));
    }

    private static Field<Sku> sku(Fields line) {
        return line.required("sku", asSku());
    }

    private static Decoder<Integer> asDelta() {
        return asInteger(-Limits.QUANTITY_MAX, Limits.QUANTITY_MAX)
                .as(delta -> {
                    if (delta == 0) {
                        throw new InvalidValue("must not be 0");
                    }
                    return delta;
                })
                .describedBy(BookingJson::deltaSchema);
    }

    private static ObjectNode deltaSchema() {
        ObjectNode schema = asInteger(-Limits.QUANTITY_MAX, Limits.QUANTITY_MAX).schema();
        schema.putObject("not").put("const", 0);
        return schema;
    }

    /** The booking as the journal has it. */
    static ObjectNode write(Booking booking, JournalEntry entry) {
        ObjectNode json = JsonText.object()
                .put("reference", booking.reference().value())
                .put("entryId", entry.id().value())
                .put("at", entry.at().toString())
                .put("actor", entry.actor().value())
                .put("location", booking.location().value());
        String units = switch (booking) {
            case Booking.Receipt _ -> "quantity";
            case Booking.Adjustment adjustment -> {
                json.put("reason", adjustment.reason().code().name());
                adjustment.reason().note().ifPresent(note -> json.put("note", note));
                yield "delta";
            }
        };
        ArrayNode lines = json.putArray("lines");
        for (JournalEntry.Line line : entry.lines()) {
            lines.addObject()
                    .put("sku", line.sku().value())
                    .put(units, line.change().available());
        }
        return json;
    }
}
