package dev.holdfast.inventory.port;

import dev.holdfast.inventory.domain.HistoryStep;
import java.util.List;

/** Writes histories; a step written again overwrites itself. */
public interface HistoryBook {
    void write(List<HistoryStep> steps);
}
