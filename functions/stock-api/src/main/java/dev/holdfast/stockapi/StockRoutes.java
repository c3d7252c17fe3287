package dev.holdfast.stockapi;

import static dev.holdfast.aws.json.Decoders.asSku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.http.Answer;
import dev.holdfast.aws.http.Operation;
import dev.holdfast.aws.http.Page;
import dev.holdfast.aws.http.Problem;
import dev.holdfast.aws.http.Reply;
import dev.holdfast.aws.http.Request;
import dev.holdfast.aws.inventory.DynamoDbHistory;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.inventory.Shelf;
import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.port.Movements;
import dev.holdfast.inventory.port.Stocks;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Sku;
import java.util.List;
import java.util.Optional;

/** {@code /v1/stock/{sku}}, its movements, and {@code /v1/availability}. */
final class StockRoutes {
    static final Operation GET =
            Operation.of("Shows all that there is of a SKU.").answers("Stock", 200);
    static final Operation MOVEMENTS = Operation.of("Lists what moved a SKU's stock, newest first.")
            .paged()
            .answers("MovementList", 200);
    static final Operation AVAILABILITY = Operation.of("Says what may be promised of some SKUs.")
            .queryAll("sku", Limits.AVAILABILITY_SKUS_MAX, asSku(), "The SKUs asked for.")
            .answers("Availability", 200);

    private final Stocks stocks;
    private final Movements movements;

    StockRoutes(Stocks stocks, Movements movements) {
        this.stocks = stocks;
        this.movements = movements;
    }

    Reply get(Request request) {
        return find(request)
                .<Reply>map(stock -> Answer.ok(StockJson.stock(stock)))
                .orElseGet(StockRoutes::notFound);
    }

    Reply movements(Request request) {
        Page page = request.page();
        Optional<Movements.Place> before =
                page.cursor().map(cursor -> DynamoDbHistory.place(cursor).orElseThrow(Page::badCursor));
        return find(request)
                .<Reply>map(stock -> movements(stock.sku(), page.limit(), before))
                .orElseGet(StockRoutes::notFound);
    }

    private Answer movements(Sku sku, int limit, Optional<Movements.Place> before) {
        Movements.Page page = movements.newestFirst(sku, limit, before);
        ObjectNode json = JsonText.object();
        ArrayNode items = json.putArray("items");
        page.movements().forEach(movement -> items.add(MovementJson.write(movement)));
        Page.next(json, page.next().map(Movements.Place::step));
        return Answer.ok(json);
    }

    Reply availability(Request request) {
        List<Sku> skus = request.queryAll("sku", Sku::new).stream().distinct().toList();
        if (skus.isEmpty() || skus.size() > Limits.AVAILABILITY_SKUS_MAX) {
            throw Request.badParameter("sku", "must be given 1 to " + Limits.AVAILABILITY_SKUS_MAX + " times");
        }
        return Answer.ok(StockJson.availability(skus, stocks.read(skus), request.now()));
    }

    private Optional<Stock> find(Request request) {
        Sku sku = request.path("sku", Sku::new);
        Shelf shelf = stocks.read(List.of(sku));
        return Optional.ofNullable(shelf.stocks().get(sku));
    }

    private static Problem notFound() {
        return Problem.notFound("There is no such SKU.");
    }
}
