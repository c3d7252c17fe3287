package dev.holdfast.simulation.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A history in words, where somebody wants to read it. */
public final class Trace {
    private final boolean on;
    private final LongSupplier nowMillis;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean on, LongSupplier nowMillis) {
        this.on = on;
        this.nowMillis = nowMillis;
    }

    boolean isOn() {
        return on;
    }

    void add(String line) {
        if (on) {
            Duration at = Duration.ofMillis(nowMillis.getAsLong());
            lines.add("%3d:%02d.%03d  %s".formatted(at.toMinutes(), at.toSecondsPart(), at.toMillisPart(), line));
        }
    }

    /** The history so far. */
    public List<String> lines() {
        return lines;
    }
}
