package dev.holdfast.aws.lambda;

/** Driven port: where that goes which can never be understood, whole, for a person to look at. */
@FunctionalInterface
public interface DeadLetters {
    /**
     * Keeps the content; when this returns, it is kept.
     *
     * @param id of the message or record, the same on redelivery
     * @param content as it came
     */
    void bury(String id, String content);
}
