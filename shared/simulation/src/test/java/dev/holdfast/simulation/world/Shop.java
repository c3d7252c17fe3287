package dev.holdfast.simulation.world;

import dev.holdfast.simulation.engine.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shop's day, drawn beforehand: goods come, customers order and change their mind, the warehouse ships. */
public final class Shop implements People {
    private static final long[] DELAYS = {0, 0, 20, 300, 3_000, 15_000, 70_000};
    private static final int[] ORDERS = {1, 1, 2, 2, 3, 3};
    private static final int[] STOCK = {10, 0, 2, 3, 5};

    /** Never, while its chunks are being held, while it is being paid, or when all is done. */
    private static final long[] WIDE_CANCEL_MILLIS = {0, 20, 40, 80, 150, 200, 300, 400, 800, 3_000};

    private static final int LAST_SKUS = 2;
    private static final int STANDARD_QUEUES = 3;

    private final List<Order> orders = new ArrayList<>();
    private final List<Goods> goods = new ArrayList<>();
    private final int poison;
    private final int ships;
    private final int reviews;
    private Optional<Desk> desk = Optional.empty();
    private int rounds;

    private enum Again {
        NEVER,
        SAME,
        OTHER
    }

    private record Order(
            String number, Desk.Basket basket, long afterMillis, Again again, long cancelAfterMillis, boolean twice) {}

    private record Goods(String kind, String location, List<Desk.Line> lines, long afterMillis) {}

    /** @param wide whether somebody orders very much */
    public Shop(Tape tape, boolean wide) {
        for (String location : House.LOCATIONS) {
            List<Desk.Line> lines = new ArrayList<>();
            for (String sku : House.SKUS.subList(0, 2)) {
                int units = STOCK[tape.draw(STOCK.length)];
                if (units > 0) {
                    lines.add(new Desk.Line(sku, units));
                }
            }
            if (!lines.isEmpty()) {
                goods.add(new Goods("receipt", location, lines, 0));
            }
        }
        int count = ORDERS[tape.draw(ORDERS.length)];
        for (int i = 0; i < count; i++) {
            orders.add(order(tape, "N" + i));
        }
        if (wide) {
            boolean backorder = tape.draw(2) == 1;
            int skus = backorder ? 40 : 78;
            // All but the last are there, or all.
            int there = skus - tape.draw(2);
            List<Desk.Line> lines = new ArrayList<>();
            for (int i = 0; i < skus; i++) {
                lines.add(new Desk.Line(House.wideSku(i), 1));
            }
            goods.add(new Goods("receipt", House.LOCATIONS.get(tape.draw(2)), lines.subList(0, there), 0));
            orders.add(wideOrder(tape, "W", lines, backorder));
            // For the same goods at the same time, or for the last of them, which the wide order comes to last.
            switch (tape.draw(4)) {
                case 1 -> orders.add(wideOrder(tape, "V", lines, backorder));
                case 2, 3 -> orders.add(wideOrder(tape, "V", lines.subList(skus - LAST_SKUS, skus), backorder));
                default -> {}
            }
        }
        int later = tape.draw(4);
        for (int i = 0; i < later; i++) {
            String kind = List.of("receipt", "policy", "loss").get(tape.draw(3));
            goods.add(new Goods(
                    kind,
                    House.LOCATIONS.get(tape.draw(2)),
                    List.of(new Desk.Line(House.SKUS.get(tape.draw(2)), 1 + tape.draw(6))),
                    delay(tape)));
        }
        poison = tape.draw(8) - 4;
        ships = tape.draw(4);
        reviews = tape.draw(3);
    }

    private static Order wideOrder(Tape tape, String number, List<Desk.Line> lines, boolean backorder) {
        Desk.Basket basket = new Desk.Basket(lines, backorder, tape.draw(3) > 0);
        long cancelAfter = WIDE_CANCEL_MILLIS[tape.draw(WIDE_CANCEL_MILLIS.length)];
        return new Order(number, basket, 1_000 + 15L * tape.draw(4), Again.NEVER, cancelAfter, false);
    }

    private static long delay(Tape tape) {
        return DELAYS[tape.draw(DELAYS.length)];
    }

    private static Order order(Tape tape, String number) {
        int count = 1 + tape.draw(4) / 2;
        List<Desk.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new Desk.Line(House.SKUS.get(tape.draw(2)), 1 + tape.draw(5)));
        }
        return new Order(
                number,
                new Desk.Basket(lines, tape.draw(2) == 1, tape.draw(2) == 1),
                delay(tape),
                Again.values()[Math.max(0, tape.draw(5) - 2)],
                tape.draw(3) == 1 ? 1 + delay(tape) : 0,
                tape.draw(4) == 3);
    }

    @Override
    public void begin(World world) {
        Desk at = new Desk(world);
        desk = Optional.of(at);
        for (int i = 0; i < goods.size(); i++) {
            Goods one = goods.get(i);
            String reference = "G" + i;
            at.start(one.afterMillis, () -> book(at, one, reference));
        }
        orders.forEach(order -> at.start(order.afterMillis + 30, () -> live(at, order)));
        if (poison >= 0 && poison < STANDARD_QUEUES) {
            at.start(40, () -> world.poison(poison));
        }
        if (ships >= 1) {
            at.start(4_000, () -> ship(at, 3));
        }
    }

    private static void book(Desk at, Goods one, String reference) {
        Desk.Line first = one.lines.getFirst();
        switch (one.kind) {
            case "receipt" -> at.receive(reference, one.location, one.lines);
            case "loss" -> at.adjust(reference, one.location, List.of(new Desk.Line(first.sku(), -first.quantity())));
            default -> at.policy(first.sku(), first.quantity(), first.quantity() % 3);
        }
    }

    private static void live(Desk at, Order order) {
        if (order.twice) {
            at.start(10, () -> at.place(order.number, order.basket));
        }
        at.place(order.number, order.basket);
        switch (order.again) {
            case NEVER -> {}
            case SAME -> at.place(order.number, order.basket);
            case OTHER ->
                at.place(
                        order.number,
                        new Desk.Basket(
                                List.of(new Desk.Line("MUG", 7)), order.basket.backorder(), order.basket.sandbox()));
        }
        if (order.cancelAfterMillis > 0) {
            at.pause(order.cancelAfterMillis);
            at.cancel(order.number, "C1");
        }
    }

    private static void ship(Desk at, int times) {
        for (int i = 0; i < times; i++) {
            for (String shipment : at.shipments("READY")) {
                at.dispatch(shipment);
            }
            for (String shipment : at.shipments("DISPATCHED")) {
                at.deliver(shipment);
            }
            at.pause(9_000);
        }
    }

    @Override
    public boolean goOn(World world) {
        Desk at = desk.orElseThrow();
        if (at.isBusy()) {
            return true;
        }
        if (++rounds > 12) {
            return false;
        }
        List<String> open = reviews == 2 ? List.of() : at.orders("REVIEW");
        if (!open.isEmpty()) {
            at.start(0, () -> open.forEach(order -> at.review(order, reviews == 0)));
            return true;
        }
        boolean all = ships % 2 == 0;
        if (all
                && !(at.shipments("READY").isEmpty()
                        && at.shipments("DISPATCHED").isEmpty())) {
            at.start(0, () -> ship(at, 1));
            return true;
        }
        return false;
    }

    @Override
    public void check(World world) {
        desk.orElseThrow().check();
    }
}
