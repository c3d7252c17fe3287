package dev.holdfast.local.verify;

import dev.holdfast.inventory.CounterChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I1: no counter is negative, now or after any step of any history. */
public final class NeverOversold implements Check {
    @Override
    public String invariant() {
        return "I1";
    }

    @Override
    public String statement() {
        return "never oversold: no counter is negative, now or at any step";
    }

    @Override
    public String scope(Snapshot snapshot) {
        long steps = snapshot.history().values().stream().mapToLong(List::size).sum();
        return snapshot.stock().size() + " SKUs, " + steps + " steps";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        for (StockRow row : snapshot.stock().values()) {
            for (Map.Entry<String, CounterChange> shelf : row.shelves().entrySet()) {
                if (!isSound(shelf.getValue())) {
                    return violation(row.sku() + " at " + shelf.getKey() + " has a negative counter: "
                            + Counted.words(shelf.getValue()));
                }
            }
            if (row.waiting() < 0 || row.tentative() < 0 || row.onOrder() < 0) {
                return violation(row.sku() + " has a negative count: waiting " + row.waiting() + ", tentative "
                        + row.tentative() + ", on order " + row.onOrder());
            }
        }
        for (List<HistoryRow> rows : snapshot.history().values()) {
            for (HistoryRow row : rows) {
                HistoryRow.Sums after = row.after();
                if (after.available() < 0 || after.reserved() < 0 || after.waiting() < 0 || after.onOrder() < 0) {
                    return violation(row.sku() + " was negative after version " + row.version() + ": available "
                            + after.available() + ", reserved " + after.reserved() + ", waiting " + after.waiting()
                            + ", on order " + after.onOrder());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSound(CounterChange counters) {
        return counters.available() >= 0
                && counters.reserved() >= 0
                && counters.damaged() >= 0
                && counters.qualityControl() >= 0
                && counters.safety() >= 0;
    }

    private Optional<Violation> violation(String what) {
        return Optional.of(new Violation(invariant(), what));
    }
}
