package dev.holdfast.stockapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.json.Fault;
import dev.holdfast.inventory.Shortfall;
import dev.holdfast.inventory.application.BookStock;
import dev.holdfast.inventory.domain.Booking;
import dev.holdfast.kernel.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the warehouse is told about a booking. Its content is the original one whenever it is answered. */
final class Booked {
    private Booked() {}

    static Reply reply(Booking booking, BookStock.Answer answer) {
        return switch (answer) {
            case BookStock.Answer.Booked booked -> created(BookingJson.write(booking, booked.entry()));
            case BookStock.Answer.Replayed replayed ->
                Answer.ok(BookingJson.write(booking, replayed.entry())).replayed();
            case BookStock.Answer.ReferenceTaken _ ->
                Problem.keyReused("The reference " + booking.reference() + " stands for another booking.");
            case BookStock.Answer.UnknownLocation _ ->
                Problem.refused("unknown-location", "The location is unknown", "Register it before booking there.")
                        .with(List.of(new Fault("/location", "there is no location " + booking.location())));
            case BookStock.Answer.UnknownSkus unknown ->
                Problem.refused("unknown-sku", "A SKU is unknown", "Register it before booking it.")
                        .with(faults(booking, unknown.skus(), "there is no such SKU"));
            case BookStock.Answer.NothingMoves nothing ->
                Problem.refused("nothing-moves", "Lines add up to nothing", "Leave out a SKU that does not move.")
                        .with(faults(booking, nothing.skus(), "the lines of this SKU add up to 0"));
            case BookStock.Answer.TooFew few ->
                Problem.conflict(
                                "insufficient-stock",
                                "Too few units are available",
                                "At " + booking.location() + " fewer are available than shall go.")
                        .with("shortfalls", shortfalls(few.shortfalls()));
            case BookStock.Answer.Busy _ -> Problem.busy(TimeLeft.RETRY_AFTER);
        };
    }

    private static Answer created(ObjectNode body) {
        return new Answer(201, Optional.of(body), Map.of());
    }

    private static List<Fault> faults(Booking booking, Set<Sku> skus, String detail) {
        return IntStream.range(0, booking.lines().size())
                .filter(i -> skus.contains(booking.lines().get(i).sku()))
                .mapToObj(i -> new Fault("/lines/" + i + "/sku", detail))
                .toList();
    }

    private static ArrayNode shortfalls(List<Shortfall> shortfalls) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Shortfall shortfall : shortfalls) {
            json.addObject()
                    .put("sku", shortfall.sku().value())
                    .put("requested", shortfall.requested())
                    .put("available", shortfall.available());
        }
        return json;
    }
}
