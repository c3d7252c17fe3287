package dev.holdfast.simulation.exhaustive;

import dev.holdfast.inventory.Stock;
import dev.holdfast.inventory.StockChange;
import dev.holdfast.inventory.domain.Booking;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.Cancellation;
import dev.holdfast.ordering.ReviewDecision;
import dev.holdfast.ordering.Shipment;
import dev.holdfast.ordering.application.AdvanceOrder;
import dev.holdfast.ordering.application.AskOrder;
import dev.holdfast.ordering.application.ChaseOverdue;
import dev.holdfast.ordering.application.HoldOrders;
import dev.holdfast.ordering.application.HoldWideOrder;
import dev.holdfast.ordering.application.ProcessPayment;
import dev.holdfast.ordering.application.ServeLines;
import dev.holdfast.ordering.application.StockWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use cases that ship, wired to the checker's ports, and what people ask of them. */
record Handlers(Ports ports, Deadline deadline, Backoff backoff) {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    /** Later than every due time. */
    static final Instant LATE = NOW.plus(Duration.ofDays(400));

    private static final Actor ACTOR = new Actor("checker");
    private static final Cancellation CHANGED_MIND = new Cancellation(Optional.of("R1"), "changed my mind");
    private static final Shipment.Dispatch BY_DHL = new Shipment.Dispatch("DHL", "1");

    /** The stock worker on a batch. */
    static Program stockWork(List<OrderId> orders, List<Sku> lines) {
        return Program.of("stock work of " + orders + " " + lines, handlers -> () -> {
            var _ = handlers.stockWork().run(orders, lines, NOW, handlers.deadline);
        });
    }

    private StockWork stockWork() {
        AdvanceOrder advance = new AdvanceOrder(ports, ports, backoff, ACTOR);
        ServeLines serve = new ServeLines(ports, ports, ports, ports, advance, backoff, ACTOR);
        HoldOrders hold = new HoldOrders(ports, ports, ports, ports, serve, backoff, ACTOR);
        HoldWideOrder holdWide = new HoldWideOrder(ports, ports, ports, ports, serve, advance, backoff, ACTOR);
        return new StockWork(ports, hold, holdWide, advance, serve);
    }

    /** The payment worker on an order. */
    static Program payment(OrderId order) {
        return Program.of("payment of " + order, handlers -> () -> {
            var _ = new ProcessPayment(handlers.ports, handlers.ports, handlers.backoff, ACTOR)
                    .run(order, NOW, handlers.deadline);
        });
    }

    /** Due work on an order, long after its time. */
    static Program chase(OrderId order) {
        return Program.of("due work on " + order, handlers -> () -> {
            var _ = new ChaseOverdue(handlers.ports, ACTOR).run(order, LATE);
        });
    }

    static Program cancel(OrderId order) {
        return Program.of("cancellation of " + order, handlers -> () -> {
            var _ = handlers.ask().cancel(order, CHANGED_MIND, NOW, ACTOR);
        });
    }

    static Program dispatch(OrderId order, LocationId location) {
        return Program.of("dispatch of " + order + " from " + location, handlers -> () -> {
            var _ = handlers.ask().dispatch(order, location, BY_DHL, NOW, ACTOR);
        });
    }

    static Program deliver(OrderId order, LocationId location) {
        return Program.of("delivery of " + order + " from " + location, handlers -> () -> {
            var _ = handlers.ask().deliver(order, location, NOW, NOW, ACTOR);
        });
    }

    static Program review(OrderId order, ReviewDecision.Verdict verdict) {
        return Program.of("review of " + order + ": " + verdict, handlers -> () -> {
            var _ = handlers.ask().review(order, new ReviewDecision(verdict, "seen"), NOW, ACTOR);
        });
    }

    private AskOrder ask() {
        return new AskOrder(ports, ports, backoff);
    }

    /** Goods come in: the warehouse's booking, as one step. */
    static Shop received(Shop shop, Sku sku, LocationId location, long units) {
        Booking receipt = new Booking.Receipt(
                new Reference("receipt-" + shop.receipts()), location, List.of(new Booking.Line(sku, units)));
        Map<Sku, Stock> after = new HashMap<>();
        new StockChange(receipt.entry(ACTOR, NOW), Map.of(), List.of())
                .perSku()
                .forEach((moved, change) -> after.put(moved, shop.stock(moved).after(change)));
        return shop.received(after, sku, units);
    }
}
