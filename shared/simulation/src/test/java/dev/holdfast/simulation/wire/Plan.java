package dev.holdfast.simulation.wire;

import java.util.Optional;

/** What goes wrong in an invocation. */
sealed interface Plan {
    /** What happens to the call of this number, counted from 0. */
    Optional<Trouble> at(int call, String operation);

    /** Nothing. */
    record Calm() implements Plan {
        @Override
        public Optional<Trouble> at(int call, String operation) {
            return Optional.empty();
        }
    }

    /** This, at one call. */
    record Once(int place, Trouble trouble) implements Plan {
        @Override
        public Optional<Trouble> at(int call, String operation) {
            return call == place ? Everywhere.possible(trouble, operation) : Optional.empty();
        }
    }

    /** This, at every call that it can happen to. */
    record Everywhere(Trouble trouble) implements Plan {
        @Override
        public Optional<Trouble> at(int call, String operation) {
            return possible(trouble, operation);
        }

        private static Optional<Trouble> possible(Trouble trouble, String operation) {
            return Optional.of(trouble).filter(Trouble.of(operation)::contains);
        }
    }
}
