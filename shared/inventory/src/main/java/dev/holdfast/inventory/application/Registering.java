package dev.holdfast.inventory.application;

import dev.holdfast.inventory.CommitOutcome;
import dev.holdfast.inventory.domain.Registration;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.kernel.Deadline;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One wish to register a record, until it is answered; it knows its own write when the answer to it was lost. */
final class Registering<T> {
    private final Supplier<Proposal<T>> proposing;
    private Optional<Registration.Write<T>> tried = Optional.empty();

    private Registering(Supplier<Proposal<T>> proposing) {
        this.proposing = proposing;
    }

    /** A decision by the record as it stands, and how to write it where it writes. */
    record Proposal<T>(
            Optional<Versioned<T>> current, Registration<T> decision, Function<Versioned<T>, CommitOutcome> writing) {}

    static <T> Registration<T> run(Attempts attempts, Deadline deadline, Supplier<Proposal<T>> proposing) {
        Registering<T> registering = new Registering<>(proposing);
        return attempts.answer(deadline, registering::attempt).orElseGet(Registration.Busy::new);
    }

    private Optional<Registration<T>> attempt() {
        Proposal<T> proposal = proposing.get();
        if (tried.isPresent() && proposal.current().equals(tried.map(Registration.Write::record))) {
            return Optional.of(tried.get());
        }
        if (!(proposal.decision() instanceof Registration.Write<T> write)) {
            return Optional.of(proposal.decision());
        }
        if (proposal.writing().apply(write.record()) instanceof CommitOutcome.Committed) {
            return Optional.of(write);
        }
        tried = Optional.of(write);
        return Optional.empty();
    }
}
