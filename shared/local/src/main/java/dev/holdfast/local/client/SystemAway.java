package dev.holdfast.local.client;

/** Nobody answers at the system's address; the message says what to do. */
public final class SystemAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SystemAway(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
