package dev.holdfast.local.verify;

import java.util.ArrayList;
import java.util.List;

/** The alerts that a SKU's history asks for: one whenever its position reaches the reorder point while armed. */
final class Crossings {
    private Crossings() {}

    /** From the steps of one SKU, in the order of their versions. */
    static List<AlertRow> of(List<HistoryRow> steps) {
        List<AlertRow> alerts = new ArrayList<>();
        boolean armed = true;
        for (HistoryRow step : steps) {
            HistoryRow.Sums after = step.after();
            if (after.reorderPoint().isEmpty() || after.rearmAbove().isEmpty()) {
                continue;
            }
            if (armed && after.position() <= after.reorderPoint().get()) {
                armed = false;
                alerts.add(new AlertRow(
                        step.sku(),
                        alerts.size() + 1L,
                        step.version(),
                        after.position(),
                        after.reorderPoint().get()));
            } else if (!armed && after.position() > after.rearmAbove().get()) {
                armed = true;
            }
        }
        return alerts;
    }
}
