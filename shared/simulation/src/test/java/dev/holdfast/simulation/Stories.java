package dev.holdfast.simulation;

import dev.holdfast.simulation.world.Desk;
import dev.holdfast.simulation.world.Desk.Basket;
import dev.holdfast.simulation.world.Desk.Line;
import dev.holdfast.simulation.world.House;
import dev.holdfast.simulation.world.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The named scenarios: the manual, and what went wrong at peers, each by what happened there. */
final class Stories {
    private static final String MAIN = "MAIN";
    private static final String NORTH = "NORTH";
    private static final String TEA = "TEA";
    private static final String CUP = "CUP";

    private Stories() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.add(orderedHeldShippedDelivered());
        all.add(paidByCard());
        all.add(goodsComeForWhoWaits());
        all.add(cancelledWhilePaying());
        all.add(cancelledWhileHeld());
        all.add(cancelledInLine());
        all.add(lowStockIsTold());
        all.add(wideOrderFallsShort());
        all.add(wideOrderIsShipped());
        all.add(wideOrderIsCancelled());
        all.addAll(peers());
        return all;
    }

    /** Each of these happened in a production system. */
    static List<Scenario> peers() {
        return List.of(
                checkAndTakeApart(),
                twoLinesOfOneSku(),
                thirteenOverTenAndFifteen(),
                firstLocationIsEmpty(),
                paidFirstThenNoStock(),
                chargedByReturnPageAndWebhook(),
                lateEventDoublesTheAmount(),
                unpaidOrdersHoldStock(),
                holdLapsesWhileTheCustomerPays(),
                compensationTwice(),
                countersDrift(),
                lateEventPutsTheOrderBack(),
                retryMakesASecondOrder(),
                lockLapsesOrStays());
    }

    private static Basket invoice(Line... lines) {
        return new Basket(List.of(lines), false, false);
    }

    private static Basket card(Line... lines) {
        return new Basket(List.of(lines), false, true);
    }

    private static Basket backorder(Line... lines) {
        return new Basket(List.of(lines), true, false);
    }

    private static Line tea(int units) {
        return new Line(TEA, units);
    }

    private static void stock(Desk desk, String location, Line... lines) {
        desk.receive("R-" + location + lines.length, location, List.of(lines));
    }

    private static boolean nothing(Desk desk) {
        return false;
    }

    /** The warehouse ships and delivers all that it can. */
    private static boolean ship(Desk desk) {
        List<String> ready = desk.shipments("READY");
        List<String> gone = desk.shipments("DISPATCHED");
        if (ready.isEmpty() && gone.isEmpty()) {
            return false;
        }
        desk.start(0, () -> {
            ready.forEach(desk::dispatch);
            gone.forEach(desk::deliver);
        });
        return true;
    }

    private static Predicate<Desk> ends(String number, String... stages) {
        return desk -> Set.of(stages).contains(desk.stage(number));
    }

    static Scenario orderedHeldShippedDelivered() {
        return new Scenario(
                "ordered, held, shipped, delivered",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(5));
                    desk.place("A", invoice(tea(2)));
                }),
                Stories::ship,
                ends("A", "DELIVERED"));
    }

    static Scenario paidByCard() {
        return new Scenario(
                "paid by card: authorised, shipped, captured",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(5));
                    desk.place("A", card(tea(2)));
                }),
                Stories::ship,
                ends("A", "DELIVERED").and(desk -> desk.payment("A").equals("CAPTURED")));
    }

    static Scenario goodsComeForWhoWaits() {
        return new Scenario(
                "goods come for those who wait, first come first served",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(1));
                    desk.place("A", backorder(tea(2)));
                    desk.pause(2_000);
                    desk.place("B", backorder(tea(1)));
                    desk.pause(2_000);
                    desk.receive("R2", NORTH, List.of(tea(1)));
                }),
                Stories::nothing,
                ends("A", "CONFIRMED").and(ends("B", "BACKORDERED")));
    }

    static Scenario cancelledWhilePaying() {
        return new Scenario(
                "cancelled while the payment is under way",
                false,
                desk -> {
                    desk.start(0, () -> {
                        stock(desk, MAIN, tea(5));
                        desk.place("A", card(tea(2)));
                    });
                    desk.start(75, () -> desk.cancel("A", "C"));
                },
                Stories::nothing,
                ends("A", "CANCELLED"));
    }

    static Scenario cancelledWhileHeld() {
        return new Scenario(
                "cancelled while it is held",
                false,
                desk -> {
                    desk.start(0, () -> stock(desk, MAIN, tea(5)));
                    desk.start(40, () -> desk.place("A", invoice(tea(2))));
                    desk.start(62, () -> desk.cancel("A", "C"));
                },
                Stories::nothing,
                ends("A", "CANCELLED"));
    }

    static Scenario cancelledInLine() {
        return new Scenario(
                "cancelled in line, while goods come",
                false,
                desk -> desk.start(0, () -> {
                    desk.place("A", backorder(tea(2)));
                    desk.pause(1_000);
                    desk.place("B", backorder(tea(2)));
                    desk.pause(1_000);
                    desk.start(0, () -> desk.cancel("A", "C"));
                    desk.receive("R2", NORTH, List.of(tea(2)));
                }),
                Stories::nothing,
                ends("A", "CANCELLED").and(ends("B", "CONFIRMED")));
    }

    static Scenario lowStockIsTold() {
        return new Scenario(
                "low stock is told once per crossing",
                false,
                desk -> desk.start(0, () -> {
                    desk.policy(TEA, 3, 1);
                    stock(desk, MAIN, tea(6));
                    desk.place("A", invoice(tea(4)));
                    desk.pause(3_000);
                    desk.receive("R2", MAIN, List.of(tea(9)));
                    desk.adjust("A1", MAIN, List.of(tea(-9)));
                }),
                Stories::nothing,
                ends("A", "CONFIRMED"));
    }

    private static Line[] wideLines(int skus) {
        Line[] lines = new Line[skus];
        for (int i = 0; i < skus; i++) {
            lines[i] = new Line(House.wideSku(i), 1);
        }
        return lines;
    }

    private static Scenario wide(String name, int there, Predicate<Desk> then, String end, boolean cancelled) {
        return new Scenario(
                name,
                true,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, wideLines(there));
                    desk.place("W", invoice(wideLines(77)));
                    if (cancelled) {
                        desk.start(40, () -> desk.cancel("W", "C"));
                    }
                }),
                then,
                ends("W", end));
    }

    static Scenario wideOrderFallsShort() {
        return wide("a wide order falls short at its end", 76, Stories::nothing, "REJECTED", false);
    }

    static Scenario wideOrderIsShipped() {
        return wide("a wide order is held and shipped in chunks", 77, Stories::ship, "DELIVERED", false);
    }

    static Scenario wideOrderIsCancelled() {
        return wide("a wide order is cancelled on the way", 77, Stories::nothing, "CANCELLED", true);
    }

    static Scenario checkAndTakeApart() {
        return new Scenario(
                "medusa #16569, vendure #1738, saleor #543, woocommerce #44273: check and take apart",
                false,
                desk -> {
                    desk.start(0, () -> stock(desk, MAIN, tea(3)));
                    for (int i = 0; i < 4; i++) {
                        String number = "N" + i;
                        desk.start(50, () -> desk.place(number, invoice(tea(2))));
                    }
                },
                Stories::nothing,
                desk -> desk.orders("CONFIRMED").size() == 1
                        && desk.orders("REJECTED").size() == 3);
    }

    static Scenario twoLinesOfOneSku() {
        return new Scenario(
                "medusa #16502, vendure #1028: two lines of one SKU are checked one by one",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(5));
                    desk.place("A", invoice(tea(3), tea(3)));
                }),
                Stories::nothing,
                ends("A", "REJECTED"));
    }

    static Scenario thirteenOverTenAndFifteen() {
        return new Scenario(
                "vendure #4030: 13 over locations with 10 and 15 takes 10 and 13",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(10), new Line(CUP, 1));
                    stock(desk, NORTH, tea(15));
                    desk.place("A", invoice(tea(13), new Line(CUP, 1)));
                }),
                Stories::ship,
                ends("A", "DELIVERED"));
    }

    static Scenario firstLocationIsEmpty() {
        return new Scenario(
                "medusa #14987 #15132: availability sums all locations, reservation uses the first",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(1));
                    stock(desk, NORTH, tea(4));
                    desk.place("A", invoice(tea(4)));
                }),
                Stories::nothing,
                ends("A", "CONFIRMED"));
    }

    static Scenario paidFirstThenNoStock() {
        return new Scenario(
                "solidus #3020, vendure #3065, openfoodnetwork #5300: paid first, then no stock",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(1));
                    desk.place("A", card(tea(2)));
                }),
                Stories::nothing,
                ends("A", "REJECTED").and(desk -> desk.payment("A").equals("VOIDED")));
    }

    static Scenario chargedByReturnPageAndWebhook() {
        return new Scenario(
                "medusa #13301, woocommerce-gateway-stripe #674: charged twice by return page and webhook",
                false,
                desk -> {
                    desk.start(0, () -> {
                        stock(desk, MAIN, tea(5));
                        desk.place("A", card(tea(2)));
                        desk.pause(100);
                        desk.deliverEverythingAgain();
                    });
                },
                desk -> {
                    boolean shipped = ship(desk);
                    if (shipped) {
                        desk.start(30, desk::deliverEverythingAgain);
                    }
                    return shipped;
                },
                ends("A", "DELIVERED").and(desk -> desk.payment("A").equals("CAPTURED")));
    }

    static Scenario lateEventDoublesTheAmount() {
        return new Scenario(
                "saleor #9504 #18456: the amount is doubled by a late event",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(5));
                    desk.place("A", card(tea(2)));
                    desk.start(60_000, desk::deliverEverythingAgain);
                }),
                Stories::ship,
                ends("A", "DELIVERED").and(desk -> desk.payment("A").equals("CAPTURED")));
    }

    static Scenario unpaidOrdersHoldStock() {
        return new Scenario(
                "saleor #11257, vendure #3509: unpaid orders hold stock for ever",
                false,
                desk -> desk.start(0, () -> {
                    stock(desk, MAIN, tea(2));
                    desk.place("A", card(tea(2)));
                    desk.pause(3_000);
                    desk.cancel("A", "C");
                    desk.pause(3_000);
                    desk.place("B", invoice(tea(2)));
                }),
                Stories::nothing,
                ends("A", "CANCELLED").and(ends("B", "CONFIRMED")));
    }

    static Scenario holdLapsesWhileTheCustomerPays() {
        return new Scenario(
                "saleor #15246: the hold lapses while the customer pays",
                false,
                desk -> {
                    desk.start(0, () -> {
                        stock(desk, MAIN, tea(2));
                        desk.place("A", card(tea(2)));
                    });
                    desk.start(70, () -> desk.place("B", invoice(tea(1))));
                },
                Stories::ship,
                ends("A", "DELIVERED").and(ends("B", "REJECTED")));
    }

    static Scenario compensationTwice() {
        return new Scenario(
                "magento/inventory #1878 #2859: compensation missing or applied twice",
                false,
                desk -> {
                    desk.start(0, () -> {
                        stock(desk, MAIN, tea(5));
                        desk.place("A", card(tea(2)));
                    });
                    desk.start(300, () -> desk.cancel("A", "C"));
                    desk.start(300, () -> desk.cancel("A", "C"));
                    desk.start(305, () -> desk.cancel("A", "D"));
                },
                Stories::nothing,
                ends("A", "CANCELLED"));
    }

    static Scenario countersDrift() {
        return new Scenario(
                "odoo #62139, vendure #661: counters drift",
                false,
                desk -> {
                    desk.start(0, () -> stock(desk, MAIN, tea(5)));
                    desk.start(20, () -> desk.adjust("L1", MAIN, List.of(tea(-2))));
                    desk.start(20, () -> desk.place("A", invoice(tea(2))));
                    desk.start(25, () -> desk.receive("R9", NORTH, List.of(tea(1), tea(2))));
                    desk.start(50, () -> desk.cancel("A", "C"));
                },
                Stories::nothing,
                desk -> true);
    }

    static Scenario lateEventPutsTheOrderBack() {
        return new Scenario(
                "aws-serverless-ecommerce-platform: a late event puts an order back",
                false,
                desk -> {
                    desk.start(0, () -> {
                        stock(desk, MAIN, tea(5));
                        desk.place("A", invoice(tea(2)));
                    });
                    desk.start(200_000, desk::deliverEverythingAgain);
                },
                Stories::ship,
                ends("A", "DELIVERED"));
    }

    static Scenario retryMakesASecondOrder() {
        return new Scenario(
                "aws-serverless-ecommerce-platform: a client's retry makes a second order",
                false,
                desk -> {
                    desk.start(0, () -> stock(desk, MAIN, tea(5)));
                    desk.start(30, () -> desk.place("A", invoice(tea(2))));
                    desk.start(31, () -> desk.place("A", invoice(tea(2))));
                    desk.start(5_000, () -> desk.place("A", invoice(tea(3))));
                },
                Stories::nothing,
                desk -> desk.orders("CONFIRMED").size() == 1);
    }

    static Scenario lockLapsesOrStays() {
        return new Scenario(
                "powertools-lambda-python #4759 #8049: an idempotency lock stays, or lapses",
                false,
                desk -> {
                    desk.start(0, () -> stock(desk, MAIN, tea(5)));
                    desk.start(30, () -> desk.place("A", invoice(tea(2))));
                    desk.start(1_000_000, () -> desk.place("A", invoice(tea(2))));
                    desk.start(1_000_100, () -> stock(desk, MAIN, tea(5)));
                },
                Stories::nothing,
                ends("A", "CONFIRMED"));
    }
}
