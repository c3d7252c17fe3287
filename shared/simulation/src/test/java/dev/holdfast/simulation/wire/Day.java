package dev.holdfast.simulation.wire;

import dev.holdfast.simulation.world.Desk;
import dev.holdfast.simulation.world.Desk.Basket;
import dev.holdfast.simulation.world.Desk.Line;
import dev.holdfast.simulation.world.FunctionName;
import dev.holdfast.simulation.world.House;
import java.util.List;
import java.util.function.Consumer;

/** A short day in which one path is gone from its beginning to its end; all of them together take every path that writes. */
enum Day {
    GOODS_COME_AND_ARE_COUNTED(branch -> {
        policy(branch);
        goods(branch, 20);
        branch.ask(
                FunctionName.STOCK_API,
                "POST",
                "/v1/stock/adjustments",
                House.WAREHOUSE,
                "{\"reference\":\"A1\",\"location\":\"MAIN\",\"reason\":\"LOST\",\"lines\":[{\"sku\":\"TEA\",\"delta\":"
                        + "-7}]}");
        branch.settle();
        branch.ask(FunctionName.STOCK_API, "GET", "/v1/availability?sku=TEA&sku=CUP&sku=MUG", House.SHOP, "");
        branch.ask(FunctionName.STOCK_API, "GET", "/v1/stock/TEA/movements", House.WAREHOUSE, "");
    }),
    HELD_TOGETHER(branch -> {
        policy(branch);
        goods(branch, 20);
        place(branch, "A", invoice(new Line("TEA", 4)));
        place(branch, "B", invoice(new Line("TEA", 2), new Line("CUP", 1)));
        place(branch, "C", invoice(new Line("MUG", 1)));
        branch.settle();
        cancel(branch, "B");
        ship(branch, "A");
    }),
    PAID_BY_CARD(branch -> {
        goods(branch, 5);
        place(branch, "A", card(new Line("TEA", 2)));
        branch.settle();
        ship(branch, "A");
    }),
    PAID_AND_CANCELLED(branch -> {
        goods(branch, 5);
        place(branch, "A", card(new Line("TEA", 2)));
        branch.settle();
        cancel(branch, "A");
    }),
    SERVED_IN_LINE(branch -> {
        place(branch, "A", waiting(new Line("TEA", 2)));
        place(branch, "B", waiting(new Line("TEA", 2)));
        branch.settle();
        cancel(branch, "A");
        goods(branch, 3);
    }),
    LOOKED_AFTER(branch -> {
        goods(branch, 5);
        place(branch, "A", invoice(new Line("TEA", 2)));
        place(branch, "B", invoice(new Line("TEA", 2)));
        branch.dueWork();
        branch.ask(FunctionName.ORDER_API, "GET", "/v1/orders", House.SHOP, "");
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Branch> course;

    Day(Consumer<Branch> course) {
        this.course = course;
    }

    void goBy(Branch branch) {
        course.accept(branch);
    }

    static Basket invoice(Line... lines) {
        return new Basket(List.of(lines), false, false);
    }

    private static Basket card(Line... lines) {
        return new Basket(List.of(lines), false, true);
    }

    private static Basket waiting(Line... lines) {
        return new Basket(List.of(lines), true, false);
    }

    private static void policy(Branch branch) {
        branch.ask(
                FunctionName.REPLENISHMENT_API,
                "PUT",
                "/v1/skus/TEA/reorder-policy",
                House.PROCUREMENT,
                "{\"reorderPoint\":14,\"orderUpTo\":40,\"hysteresis\":2}");
        branch.settle();
    }

    static void goods(Branch branch, int teas) {
        branch.ask(
                FunctionName.STOCK_API,
                "POST",
                "/v1/stock/receipts",
                House.WAREHOUSE,
                "{\"reference\":\"R1\",\"location\":\"MAIN\",\"lines\":[{\"sku\":\"TEA\",\"quantity\":" + teas
                        + "},{\"sku\":\"CUP\",\"quantity\":9}]}");
        branch.settle();
    }

    static void place(Branch branch, String number, Basket basket) {
        branch.ask(FunctionName.ORDER_INTAKE, "POST", "/v1/orders", House.SHOP, basket.body(number));
    }

    private static void cancel(Branch branch, String number) {
        branch.ask(
                FunctionName.ORDER_API,
                "POST",
                "/v1/orders/" + Desk.order(number) + "/cancellations",
                House.SHOP,
                "{\"reference\":\"C-" + number + "\",\"reason\":\"changed my mind\"}");
        branch.settle();
    }

    private static void ship(Branch branch, String number) {
        String shipment = "/v1/shipments/" + Desk.order(number) + "-MAIN/";
        branch.ask(
                FunctionName.ORDER_API,
                "POST",
                shipment + "dispatch",
                House.WAREHOUSE,
                "{\"carrier\":\"Post\",\"trackingNumber\":\"T-" + number + "\"}");
        branch.settle();
        branch.ask(
                FunctionName.ORDER_API,
                "POST",
                shipment + "delivery",
                House.WAREHOUSE,
                "{\"deliveredAt\":\"2026-11-24T08:00:00Z\"}");
        branch.settle();
    }
}
