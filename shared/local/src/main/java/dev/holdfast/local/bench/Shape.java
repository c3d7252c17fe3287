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
    ONE_LINE("1 line"),
    THREE_LINES("3 lines"),
    REAL("real shop");

    private static final int ASSORTMENT = 1_000;
    private static final int ALL_DAYS = 10_000;
    private static final long SEED = 42;
    private static final LocalDateTime DAY = LocalDateTime.of(2011, 1, 4, 12, 0);

    private final String label;

    Shape(String label) {
        this.label = label;
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
