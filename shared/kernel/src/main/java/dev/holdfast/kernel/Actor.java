package dev.holdfast.kernel;

/** Who caused a change: a channel, a service account, a member of staff or one of our own functions. */
public record Actor(String value) {
    /** @throws InvalidValue when the text is no name */
    public Actor {
        value = Text.printable("an actor", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
