package dev.holdfast.aws.lambda;

import dev.holdfast.kernel.Deadline;
import java.time.Instant;

/** What a function does each time that its schedule comes round. */
@FunctionalInterface
public interface ScheduledWork {
    /**
     * Does it once; twice at a time does no harm.
     *
     * @param now the time, read once
     */
    void run(Instant now, Deadline deadline);
}
