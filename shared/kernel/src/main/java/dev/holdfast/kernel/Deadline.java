package dev.holdfast.kernel;

/** How long a worker may go on. It bounds the work, never its correctness: what is not done comes again. */
@FunctionalInterface
public interface Deadline {
    /** Too little time is left to begin another step. */
    boolean isNear();
}
