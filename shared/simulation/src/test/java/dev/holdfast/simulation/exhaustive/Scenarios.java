package dev.holdfast.simulation.exhaustive;

import static dev.holdfast.inventory.AllocationPolicy.ALL_OR_NOTHING;
import static dev.holdfast.inventory.AllocationPolicy.BACKORDER;
import static dev.holdfast.ordering.PaymentMethod.INVOICE;
import static dev.holdfast.ordering.PaymentMethod.SANDBOX;
import static dev.holdfast.simulation.exhaustive.Handlers.cancel;
import static dev.holdfast.simulation.exhaustive.Handlers.chase;
import static dev.holdfast.simulation.exhaustive.Handlers.deliver;
import static dev.holdfast.simulation.exhaustive.Handlers.dispatch;
import static dev.holdfast.simulation.exhaustive.Handlers.payment;
import static dev.holdfast.simulation.exhaustive.Handlers.review;
import static dev.holdfast.simulation.exhaustive.Handlers.stockWork;
import static dev.holdfast.simulation.exhaustive.Scenario.BERLIN;
import static dev.holdfast.simulation.exhaustive.Scenario.LONDON;
import static dev.holdfast.simulation.exhaustive.Scenario.MUG;
import static dev.holdfast.simulation.exhaustive.Scenario.TEA;
import static dev.holdfast.simulation.exhaustive.Scenario.told;

import dev.holdfast.inventory.Demand;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.ordering.ReviewDecision.Verdict;
import dev.holdfast.ordering.port.PaymentProvider.Answer;
import java.util.List;

/** The small shops that are exhausted, each within bounds. */
final class Scenarios {
    /**
     * How big a shop is.
     *
     * @param receipts how often goods come in
     * @param outages how often the provider is away when it is asked to authorise
     * @param commits a handler's time is up after so many commits
     * @param attempts a handler gives up when so many commits in a row have failed; one more in the smallest shops
     */
    record Bounds(int receipts, int outages, int commits, int attempts) {
        /** What every build runs. */
        static final Bounds NARROW = new Bounds(2, 2, 2, 1);
        /** What runs on demand. */
        static final Bounds WIDE = new Bounds(3, 3, 2, 2);
    }

    private Scenarios() {}

    static List<Scenario> all(Bounds bounds) {
        return List.of(
                paidOrder(bounds),
                twoParcels(bounds),
                wideOrder(bounds),
                backorder(bounds),
                lastUnit(bounds),
                newcomerAndLine(bounds),
                wideAndSmall(bounds));
    }

    /** An order of one line that is paid, refused, reviewed, cancelled, shipped: whatever a payment can be. */
    static Scenario paidOrder(Bounds bounds) {
        Scenario.Told told = told("one order, every payment").stock(MUG, BERLIN, 2);
        OrderId order = told.order(ALL_OR_NOTHING, SANDBOX, new Demand(MUG, 2));
        return told.handlers(stockWork(List.of(order), List.of()), payment(order))
                .surroundings(
                        cancel(order),
                        dispatch(order, BERLIN),
                        deliver(order, BERLIN),
                        review(order, Verdict.APPROVE),
                        review(order, Verdict.CANCEL),
                        chase(order))
                .provider(bounds.outages, new Answer.Approved(200), new Answer.Approved(150), new Answer.Declined())
                .bounds(bounds.commits, bounds.attempts)
                .end();
    }

    /** An order from two locations. */
    static Scenario twoParcels(Bounds bounds) {
        Scenario.Told told =
                told("one order, two parcels").stock(MUG, BERLIN, 1).stock(MUG, LONDON, 1);
        OrderId order = told.order(ALL_OR_NOTHING, INVOICE, new Demand(MUG, 2));
        return told.handlers(stockWork(List.of(order), List.of()))
                .surroundings(
                        cancel(order),
                        dispatch(order, BERLIN),
                        dispatch(order, LONDON),
                        deliver(order, BERLIN),
                        deliver(order, LONDON),
                        chase(order))
                .bounds(bounds.commits, bounds.attempts + 1)
                .end();
    }

    /** A wide order, held, settled, given back and shipped chunk by chunk. */
    static Scenario wideOrder(Bounds bounds) {
        Scenario.Told told =
                told("one wide order, paid").wide().stock(MUG, BERLIN, 1).stock(TEA, BERLIN, 1);
        OrderId order = told.order(ALL_OR_NOTHING, SANDBOX, new Demand(MUG, 1), new Demand(TEA, 1));
        return told.handlers(stockWork(List.of(order), List.of()), payment(order))
                .surroundings(cancel(order), dispatch(order, BERLIN), deliver(order, BERLIN), chase(order))
                .provider(bounds.outages, new Answer.Approved(200))
                .bounds(bounds.commits, bounds.attempts)
                .end();
    }

    /** An order that waits for goods. */
    static Scenario backorder(Bounds bounds) {
        Scenario.Told told = told("one backorder, paid, goods come in").stock(MUG, BERLIN, 1);
        OrderId order = told.order(BACKORDER, SANDBOX, new Demand(MUG, 3));
        return told.handlers(
                        stockWork(List.of(order), List.of()),
                        stockWork(List.of(), List.of(MUG)),
                        stockWork(List.of(order), List.of(MUG)),
                        payment(order))
                .surroundings(cancel(order), dispatch(order, BERLIN), chase(order))
                .receipts(bounds.receipts, MUG, 1)
                .provider(0, new Answer.Approved(300))
                .bounds(bounds.commits, bounds.attempts)
                .end();
    }

    /** Two orders, and goods for one. */
    static Scenario lastUnit(Bounds bounds) {
        Scenario.Told told = told("two orders for the last unit").stock(MUG, BERLIN, 1);
        OrderId first = told.order(ALL_OR_NOTHING, INVOICE, new Demand(MUG, 1));
        OrderId second = told.order(ALL_OR_NOTHING, INVOICE, new Demand(MUG, 1));
        return told.handlers(
                        stockWork(List.of(first), List.of()),
                        stockWork(List.of(second), List.of()),
                        stockWork(List.of(first, second), List.of()))
                .surroundings(cancel(first), cancel(second), dispatch(first, BERLIN), dispatch(second, BERLIN))
                .receipts(1, MUG, 1)
                .bounds(bounds.commits, bounds.attempts + 1)
                .end();
    }

    /** One who waits, and a newcomer who would be paid. */
    static Scenario newcomerAndLine(Bounds bounds) {
        Scenario.Told told = told("a backorder and a newcomer").stock(MUG, BERLIN, 1);
        OrderId waits = told.order(BACKORDER, INVOICE, new Demand(MUG, 2));
        OrderId newcomer = told.order(ALL_OR_NOTHING, SANDBOX, new Demand(MUG, 1));
        return told.handlers(
                        stockWork(List.of(waits), List.of()),
                        stockWork(List.of(newcomer), List.of()),
                        stockWork(List.of(newcomer, waits), List.of()),
                        stockWork(List.of(), List.of(MUG)))
                .surroundings(cancel(waits), cancel(newcomer), chase(waits))
                .receipts(bounds.receipts, MUG, 1)
                .provider(0, new Answer.Approved(100))
                .bounds(bounds.commits, bounds.attempts)
                .end();
    }

    /** A wide order that holds tentatively, and a small one that wants the same. */
    static Scenario wideAndSmall(Bounds bounds) {
        Scenario.Told told = told("a wide order and a small one")
                .wide()
                .stock(MUG, BERLIN, 1)
                .stock(TEA, BERLIN, 1);
        OrderId wide = told.order(ALL_OR_NOTHING, INVOICE, new Demand(MUG, 1), new Demand(TEA, 1));
        OrderId small = told.order(ALL_OR_NOTHING, INVOICE, new Demand(TEA, 1));
        return told.handlers(
                        stockWork(List.of(wide), List.of()),
                        stockWork(List.of(small), List.of()),
                        stockWork(List.of(wide, small), List.of()))
                .surroundings(cancel(wide), cancel(small), dispatch(wide, BERLIN), dispatch(small, BERLIN), chase(wide))
                .bounds(bounds.commits, bounds.attempts)
                .end();
    }
}
