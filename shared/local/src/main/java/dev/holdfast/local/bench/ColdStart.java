package dev.holdfast.local.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One start of an execution environment, up to its first response.
 *
 * @param took from the start of the process
 * @param request from the request to the response, when all is initialised
 * @param cpu of the process, in all its threads
 */
record ColdStart(Duration took, Duration request, Duration cpu) {
    static Duration median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    /** {@code 1,234 (1,100–1,400)}: the median, the least and the most, in milliseconds. */
    static String millis(List<Duration> all) {
        return String.format(
                Locale.ROOT,
                "%,d (%,d–%,d)",
                median(all).toMillis(),
                all.stream().min(Comparator.naturalOrder()).orElseThrow().toMillis(),
                all.stream().max(Comparator.naturalOrder()).orElseThrow().toMillis());
    }
}
