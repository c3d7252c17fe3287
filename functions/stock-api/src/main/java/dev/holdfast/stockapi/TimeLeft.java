package dev.holdfast.stockapi;

import dev.holdfast.aws.http.Request;
import dev.holdfast.kernel.Deadline;
import java.time.Duration;

/** Whether a request may begin another try: one call to the store takes at most 8 s. */
final class TimeLeft {
    private static final Duration RESERVE = Duration.ofSeconds(9);

    /** What a caller is asked to wait before the same request again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private TimeLeft() {}

    static Deadline of(Request request) {
        return request.deadline().earlierBy(RESERVE);
    }
}
