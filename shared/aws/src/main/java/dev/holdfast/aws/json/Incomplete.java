package dev.holdfast.aws.json;

/** A value cannot be built because a part of it was refused; the fault is already noted. */
final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Incomplete() {
        super("a part was refused", null, false, false);
    }
}
