package dev.holdfast.local.verify;

import java.util.Optional;

/** I14, as far as queues show it: no message was given up. */
public final class NoDeadLetters implements Check {
    @Override
    public String invariant() {
        return "I14";
    }

    @Override
    public String statement() {
        return "no message was given up: every dead-letter queue is empty";
    }

    @Override
    public String scope(Snapshot snapshot) {
        return "all queues";
    }

    @Override
    public Optional<Violation> check(Snapshot snapshot) {
        return snapshot.deadLetters().entrySet().stream()
                .findFirst()
                .map(queue -> new Violation(
                        invariant(), queue.getValue() + " messages were given up: they are in " + queue.getKey()));
    }
}
