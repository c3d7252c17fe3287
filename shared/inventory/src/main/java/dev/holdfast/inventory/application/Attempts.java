package dev.holdfast.inventory.application;

import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries a commit a few times: whoever meets another on one item waits a little and decides again. */
record Attempts(Backoff backoff) {
    static final int MAX = 8;

    /** The first answer; empty when there is none in the time or the tries that there are. */
    <T> Optional<T> answer(Deadline deadline, Supplier<Optional<T>> attempt) {
        for (int number = 1; number <= MAX; number++) {
            Optional<T> answer = attempt.get();
            if (answer.isPresent() || deadline.isNear()) {
                return answer;
            }
            if (number < MAX) {
                backoff.pause(number);
            }
        }
        return Optional.empty();
    }
}
