package dev.holdfast.stockapi;

import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.inventory.application.BookStock;
import dev.holdfast.inventory.domain.Booking;

/** {@code /v1/stock/receipts} and {@code /v1/stock/adjustments}. */
final class BookingRoutes {
    static final Operation RECEIVE = Operation.of("Books goods that have arrived.")
            .keyed()
            .reads(fields -> BookingJson.receipt(fields, Request.referenceOrKey(fields)))
            .answers("Receipt", 200, 201)
            .refuses(422, "unknown-sku", "unknown-location");
    static final Operation ADJUST = Operation.of("Corrects what is available.")
            .keyed()
            .reads(fields -> BookingJson.adjustment(fields, Request.referenceOrKey(fields)))
            .answers("Adjustment", 200, 201)
            .refuses(409, "insufficient-stock")
            .refuses(422, "unknown-sku", "unknown-location", "nothing-moves");

    private final BookStock book;

    BookingRoutes(BookStock book) {
        this.book = book;
    }

    Reply receive(Request request) {
        return book(request, request.body(fields -> BookingJson.receipt(fields, request.reference(fields))));
    }

    Reply adjust(Request request) {
        return book(request, request.body(fields -> BookingJson.adjustment(fields, request.reference(fields))));
    }

    private Reply book(Request request, Booking booking) {
        return Booked.reply(
                booking, book.run(booking, request.principal().name(), request.now(), TimeLeft.of(request)));
    }
}
