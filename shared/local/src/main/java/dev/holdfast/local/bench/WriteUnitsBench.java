package dev.holdfast.local.bench;

import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.kernel.ChannelId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.OrderId;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Sku;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.database.Database;
import dev.holdfast.local.cloud.template.Template;
import dev.holdfast.local.cloud.template.TemplateReader;
import dev.holdfast.local.report.Table;
import dev.holdfast.ordering.OrderContent;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Write units per order, from acceptance to dispatch: orders of 1, 3 and 24 lines, alone and in batches of 10, whose
 * orders want the same SKUs or each its own. Paid on invoice, from one location.
 */
public final class WriteUnitsBench {
    private static final int[] LINES = {1, 3, 24};
    private static final int BATCH = 10;
    private static final Addresses NOWHERE = new Addresses(0);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final PersonalData CUSTOMER = new PersonalData(
            "17850",
            Optional.of("A. Buyer"),
            Optional.of("a.buyer@example.com"),
            new PersonalData.ShippingAddress(List.of("1 High Street"), "London", "N1 9GU", "GB"));

    private final MeteredOrders orders;
    private int numbers;

    private WriteUnitsBench(MeteredOrders orders) {
        this.orders = orders;
    }

    /** The table. */
    public static Table run(Path template) throws IOException {
        Template declared = TemplateReader.read(template, NOWHERE);
        try (Database database = Database.open(null)) {
            database.create(declared.tables());
            WriteUnitsBench bench =
                    new WriteUnitsBench(new MeteredOrders(database.tables(), new Pricing(declared.tables())));
            Table table = new Table(
                    "lines",
                    "orders",
                    "SKUs",
                    "accept",
                    "hold",
                    "history",
                    "to the decision",
                    "dispatch",
                    "history",
                    "total",
                    "index entries");
            for (int lines : LINES) {
                bench.measure(table, lines, 1, "-");
                bench.measure(table, lines, BATCH, "the same");
                bench.measure(table, lines, BATCH, "each its own");
            }
            return table;
        }
    }

    private void measure(Table table, int lines, int count, String skus) {
        List<OrderContent> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(content(lines, skus.equals("the same") ? 0 : i));
        }
        batch.forEach(content -> content.demand().forEach(demand -> orders.stock(demand.sku())));
        List<OrderId> ids = batch.stream().map(OrderContent::id).toList();
        WriteUnits accept = orders.accept(batch, CUSTOMER);
        WriteUnits hold = orders.hold(ids, NOON.plusSeconds(1));
        WriteUnits heldHistory = orders.history();
        WriteUnits dispatch = orders.dispatch(ids, NOON.plusSeconds(2));
        WriteUnits shippedHistory = orders.history();
        WriteUnits decided = accept.plus(hold).plus(heldHistory);
        WriteUnits all = decided.plus(dispatch).plus(shippedHistory);
        table.row(
                lines,
                count == 1 ? "alone" : "batch of " + count,
                skus,
                each(accept.tables(), count),
                each(hold.tables(), count),
                each(heldHistory.tables(), count),
                each(decided.tables(), count),
                each(dispatch.tables(), count),
                each(shippedHistory.tables(), count),
                each(all.tables(), count),
                each(all.indexes(), count));
    }

    private static String each(long units, int orders) {
        return units % orders == 0
                ? Long.toString(units / orders)
                : String.format(Locale.ROOT, "%.1f", (double) units / orders);
    }

    private OrderContent content(int count, int assortment) {
        numbers++;
        List<OrderLine> lines = new ArrayList<>();
        for (int line = 1; line <= count; line++) {
            Sku sku = new Sku(String.format(Locale.ROOT, "%05d", 20_000 + assortment * 100 + line));
            lines.add(new OrderLine(line, sku, new Quantity(6), 255));
        }
        OrderNumber number = new OrderNumber("53" + (6_365 + numbers));
        return OrderContent.accepted(
                new ChannelId("demo-shop"),
                number,
                NOON,
                "GBP",
                lines,
                AllocationPolicy.ALL_OR_NOTHING,
                new PaymentTerms(PaymentMethod.INVOICE, ""),
                Fingerprint.of(number.value()));
    }
}
