package dev.holdfast.orderintake;

import dev.holdfast.kernel.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Prefer: wait=N} (RFC 7240). A preference that cannot be honoured is ignored, as the RFC asks. */
final class Preference {
    private static final Pattern WAIT = Pattern.compile("\\s*(?i:wait)\\s*=\\s*\"?(\\d{1,4})\"?\\s*(;.*)?");

    private Preference() {}

    /** How long to wait, in whole seconds, at most {@link Limits#WAIT_MAX}. */
    static Optional<Duration> wait(Optional<String> header) {
        return header.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(match -> Duration.ofSeconds(Long.parseLong(match.group(1))))
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(Limits.WAIT_MAX) > 0 ? Limits.WAIT_MAX : wait)
                .findFirst();
    }
}
