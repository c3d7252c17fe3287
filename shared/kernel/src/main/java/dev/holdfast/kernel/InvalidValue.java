package dev.holdfast.kernel;

/** A value from outside that cannot be what it claims to be. The message is meant for whoever sent it. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidValue(String message) {
        super(message);
    }
}
