package dev.holdfast.local.verify;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** I2: every counter is the sum of the journal's changes, waiting and tentative units included. */
public final class Conserved implements Check {
    @Override
    public String invariant() {
        return "I2";
    }

    @Override
    public String statement() {
        return "conserved: every counter is the sum of the journal";
    }

    @Override
    public String scope(Snapshot snapshot) {
        int counters = snapshot.stock().values().stream()
                .mapToInt(row -> row.shelves().size())
                .sum();
        return counters + " shelves, " + snapshot.journal().size() + " journal entries";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        SortedMap<String, Counted> sums = Counted.perSku(snapshot.journal().values());
        for (String sku : sums.keySet()) {
            if (!snapshot.stock().containsKey(sku)) {
                return violation("the journal moves " + sku + ", which has no stock item");
            }
        }
        for (StockRow row : snapshot.stock().values()) {
            Counted sum = sums.getOrDefault(row.sku(), Counted.nothing());
            SortedSet<String> locations = new TreeSet<>(row.shelves().keySet());
            locations.addAll(sum.shelves().keySet());
            for (String location : locations) {
                if (!row.at(location).equals(sum.at(location))) {
                    return violation(row.sku() + " at " + location + " counts " + Counted.words(row.at(location))
                            + "; the journal adds up to " + Counted.words(sum.at(location)));
                }
            }
            if (row.waiting() != sum.waiting() || row.tentative() != sum.tentative()) {
                return violation(row.sku() + " counts waiting " + row.waiting() + ", tentative " + row.tentative()
                        + "; the journal adds up to waiting " + sum.waiting() + ", tentative " + sum.tentative());
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> violation(String what) {
        return Optional.of(new Violation(invariant(), what));
    }
}
