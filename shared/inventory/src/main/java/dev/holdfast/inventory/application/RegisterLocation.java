package dev.holdfast.inventory.application;

import dev.holdfast.inventory.Location;
import dev.holdfast.inventory.domain.LocationRegister;
import dev.holdfast.inventory.domain.Registration;
import dev.holdfast.inventory.domain.Versioned;
import dev.holdfast.inventory.port.LocationStore;
import dev.holdfast.kernel.Backoff;
import dev.holdfast.kernel.Deadline;
import dev.holdfast.kernel.Limits;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Registers a location, or replaces what is known of it; there are only so many. */
public final class RegisterLocation {
    private final LocationStore store;
    private final Attempts attempts;

    public RegisterLocation(LocationStore store, Backoff backoff) {
        this.store = store;
        this.attempts = new Attempts(backoff);
    }

    public Registration<Location> run(Location wanted, Optional<LongPredicate> expected, Deadline deadline) {
        return Registering.run(attempts, deadline, () -> propose(wanted, expected));
    }

    private Registering.Proposal<Location> propose(Location wanted, Optional<LongPredicate> expected) {
        LocationRegister register = store.read();
        Optional<Versioned<Location>> current = register.find(wanted.id());
        Registration<Location> decision = Registration.decide(current, wanted, expected);
        boolean tooMany = decision instanceof Registration.Created<Location> && register.isFull();
        return new Registering.Proposal<>(
                current,
                tooMany ? new Registration.Full<>(Limits.LOCATIONS_MAX) : decision,
                record -> store.write(register.with(record)));
    }
}
