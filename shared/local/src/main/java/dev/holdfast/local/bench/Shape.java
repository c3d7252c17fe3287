package dev.holdfast.local.bench;

import dev.holdfast.kernel.Sku;
import dev.holdfast.local.shop.Invoice;
import dev.holdfast.local.shop.InvoiceLine;
import dev.holdfast.local.shop.ShopData;
import dev.holdfast.local.shop.ShopFile;
import dev.holdfast.local.shop.ShopOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What orders look like. All are paid on invoice and want all or nothing, of goods that are there. */
public enum Shape {
    ONE_LINE("1 line", 10_000, 2_000),
    THREE_LINES("3 lines", 8_000, 1_500),
    TWENTY_FOUR_LINES("24 lines", 2_500, 500),
    REAL("real shop", 2_500, 500);

    private static final int ASSORTMENT = 1_000;
    private static final int ALL_DAYS = 10_000;
    private static final long SEED = 42;
    private static final LocalDateTime DAY = LocalDateTime.of(2011, 1, 4, 12, 0);

    private final String label;
    private final int warmUp;
    private final int counted;

    Shape(String label, int warmUp, int counted) {
        this.label = label;
        this.warmUp = warmUp;
        this.counted = counted;
    }

    /** Orders until the compiler has done its work and an order costs what it costs from then on. */
    int warmUp() {
        return warmUp;
    }

    /** Orders that give a steady figure. */
    int counted() {
        return counted;
    }

    /** In words. */
    String label() {
        return label;
    }

    /** So many orders, the same ones each time; empty where there is no real shop's file. */
    Optional<List<ShopOrder>> orders(int count) throws IOException {
        return switch (this) {
            case ONE_LINE -> Optional.of(madeUp(count, 1));
            case THREE_LINES -> Optional.of(madeUp(count, 3));
            case TWENTY_FOUR_LINES -> Optional.of(madeUp(count, 24));
            case REAL -> {
                Optional<Path> file = ShopData.find();
                yield file.isPresent() ? Optional.of(real(file.get(), count)) : Optional.empty();
            }
        };
    }

    private static List<ShopOrder> real(Path file, int count) throws IOException {
        return ShopFile.read(file, ALL_DAYS).invoices().stream()
                .limit(count)
                .map(ShopOrder::of)
                .map(ShopOrder::plain)
                .toList();
    }

    /** Orders for any of a thousand SKUs, each as likely as the next. */
    private static List<ShopOrder> madeUp(int count, int lines) {
        Random random = new Random(SEED);
        List<ShopOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<InvoiceLine> all = random.ints(0, ASSORTMENT)
                    .distinct()
                    .limit(lines)
                    .mapToObj(sku -> new InvoiceLine(
                            new Sku(String.format(Locale.ROOT, "B%04d", sku)), 1 + random.nextInt(6), 255))
                    .toList();
            orders.add(ShopOrder.of(new Invoice("bench-" + lines + "-" + i, DAY, "17850", "United Kingdom", all))
                    .plain());
        }
        return orders;
    }
}
