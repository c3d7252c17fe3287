package dev.holdfast.local.replay;

import dev.holdfast.local.report.Table;
import dev.holdfast.local.report.Timings;
import dev.holdfast.local.shop.LeftOut;
import dev.holdfast.local.shop.ShopFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a replay ends with. */
public final class ReplayFigures {
    private static final double P50 = 50;
    private static final double P95 = 95;
    private static final double P99 = 99;

    private final ShopFile file;
    private final int orders;
    private final Tally tally;
    private final Decisions decisions;
    private final long alerts;
    private final long retries;
    private final Duration took;

    ReplayFigures(
            ShopFile file, int orders, Tally tally, Decisions decisions, long alerts, long retries, Duration took) {
        this.file = file;
        this.orders = orders;
        this.tally = tally;
        this.decisions = decisions;
        this.alerts = alerts;
        this.retries = retries;
        this.took = took;
    }

    /** The first few things that should have gone well and did not. */
    public List<String> problems() {
        return tally.problems();
    }

    /** How many there were. */
    public long failures() {
        return tally.failed.sum();
    }

    /** The orders, what became of them, and what was left out. */
    public String text() {
        return outcome().text() + "\n\n" + timings().text() + "\n\n" + leftOut().text();
    }

    private Table outcome() {
        double seconds = Math.max(1, took.toMillis()) / 1000.0;
        return new Table("orders", "")
                .row("in the file", orders)
                .row("accepted", tally.accepted.sum())
                .row("replayed (had been accepted before)", tally.replayed.sum())
                .row("held (reserved or confirmed)", decisions.in("RESERVED") + decisions.in("CONFIRMED"))
                .row("in review, held", decisions.in("REVIEW"))
                .row("backordered", decisions.in("BACKORDERED"))
                .row("refused for want of stock", decisions.in("REJECTED"))
                .row("cancelled", decisions.in("CANCELLED") + decisions.in("CANCELLING"))
                .row("shipped", decisions.in("SHIPPED") + decisions.in("DELIVERED"))
                .row("not decided", decisions.in("PLACED"))
                .row("shipments dispatched", tally.dispatched.sum())
                .row("low-stock alerts", alerts)
                .row("requests tried again", retries)
                .row("requests that failed", tally.failed.sum())
                .row("seconds, from the first order until all is settled", format(seconds))
                .row("orders per second, all settled", format(orders / seconds))
                .row(
                        "stock decisions per second",
                        decisions.perSecond().map(ReplayFigures::format).orElse("-"));
    }

    private Table timings() {
        return row(
                row(new Table("milliseconds", "count", "p50", "p95", "p99"), "acceptance", tally.acceptance),
                "stock decision, from acceptance",
                decisions.timings());
    }

    private static Table row(Table table, String name, Timings timings) {
        return table.row(name, timings.count(), timings.millis(P50), timings.millis(P95), timings.millis(P99));
    }

    private Table leftOut() {
        Table table = new Table("left out", "lines");
        for (LeftOut reason : LeftOut.values()) {
            int count = file.leftOut().getOrDefault(reason, 0);
            if (count > 0) {
                table.row(reason.label(), count);
            }
        }
        return table.row("(invoices without goods)", file.withoutGoods());
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
