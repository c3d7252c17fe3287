package dev.holdfast.stockapi;

import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.inventory.application.BookStock;
import dev.holdfast.inventory.domain.Booking;

/** {@code /v1/stock/receipts} and {@code /v1/stock/adjustments}. */
final class BookingRoutes {
    private final BookStock book;

    BookingRoutes(BookStock book) {
        this.book = book;
    }

    Reply receive(Request request) {
        return book(request, request.body(fields -> BookingJson.receipt(request, fields)));
    }

    Reply adjust(Request request) {
        return book(request, request.body(fields -> BookingJson.adjustment(request, fields)));
    }

    private Reply book(Request request, Booking booking) {
        return Booked.reply(
                booking, book.run(booking, request.principal().name(), request.now(), TimeLeft.of(request)));
    }
}
