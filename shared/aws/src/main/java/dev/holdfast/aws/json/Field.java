package dev.holdfast.aws.json;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One field as read. Read all fields of an object first and {@link #get} them after: so every fault is found before the
 * first missing value ends the work.
 */
public final class Field<T> implements Supplier<T> {
    private final Optional<T> value;

    private Field(Optional<T> value) {
        this.value = value;
    }

    static <T> Field<T> of(T value) {
        return new Field<>(Optional.of(value));
    }

    static <T> Field<T> refused() {
        return new Field<>(Optional.empty());
    }

    /** The value; where it was refused, the object that is being read ends here, with its faults noted. */
    @Override
    public T get() {
        return value.orElseThrow(Incomplete::new);
    }

    /** The value if it was accepted, for rules over several fields. */
    public Optional<T> ifAccepted() {
        return value;
    }
}
