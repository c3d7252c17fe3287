package dev.holdfast.local.report;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Durations of one kind, kept to three digits in microseconds up to an hour; many threads may add to it. */
public final class Timings {
    private static final long MICROS_MAX = Duration.ofHours(1).toNanos() / 1000;
    private static final int DIGITS = 3;

    private final Histogram micros = new ConcurrentHistogram(MICROS_MAX, DIGITS);

    /** Counts one; what is below zero or above an hour counts as the nearest that fits. */
    public void add(Duration took) {
        micros.recordValue(Math.clamp(took.toNanos() / 1000, 0, MICROS_MAX));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** A percentile in milliseconds, as text: {@code 12.3}; {@code -} when there is nothing. */
    public String millis(double percentile) {
        if (count() == 0) {
            return "-";
        }
        double millis = micros.getValueAtPercentile(percentile) / 1000.0;
        return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
