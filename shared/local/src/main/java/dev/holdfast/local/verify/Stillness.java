package dev.holdfast.local.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether anything in a snapshot is still under way: orders with work to do, readers of streams that are behind. Pure. */
final class Stillness {
    private static final int NAMED_MAX = 3;

    private Stillness() {}

    /** Work that functions still have with orders, in words. */
    static List<String> work(Snapshot snapshot) {
        List<String> moving = new ArrayList<>();
        int orders = 0;
        for (StoredOrder stored : snapshot.orders().values()) {
            var left = Progressed.workLeft(stored.order());
            if (left.isPresent() && orders++ < NAMED_MAX) {
                moving.add(stored.words() + " has " + left.get());
            }
        }
        if (orders > NAMED_MAX) {
            moving.add("so have " + (orders - NAMED_MAX) + " orders more");
        }
        return moving;
    }

    /** Readers of streams that have not told everything yet, in words. */
    static List<String> behind(Snapshot snapshot) {
        List<String> moving = new ArrayList<>();
        List<String> skus = new ArrayList<>();
        int asked = 0;
        for (StockRow row : snapshot.stock().values()) {
            List<HistoryRow> steps = snapshot.history().getOrDefault(row.sku(), List.of());
            long told = steps.isEmpty() ? 0 : steps.getLast().version();
            if (told < row.version()) {
                skus.add(row.sku());
            }
            asked += Crossings.of(steps).size();
        }
        if (!skus.isEmpty()) {
            moving.add("the stock history is behind for " + skus.size() + " SKUs, the first is " + skus.getFirst());
        }
        if (snapshot.alerts().size() < asked) {
            moving.add("of " + asked + " alerts " + snapshot.alerts().size() + " were raised");
        }
        Set<String> published = new HashSet<>();
        snapshot.published().forEach(event -> published.add(event.eventId()));
        if (published.size() < snapshot.alerts().size()) {
            moving.add("of " + snapshot.alerts().size() + " alerts " + published.size() + " were published");
        }
        return moving;
    }
}
