package dev.holdfast.aws.json;

import java.util.List;

/** What became of a document. */
public sealed interface Decoded<T> {
    /** Every field was as it should be. */
    record Valid<T>(T value) implements Decoded<T> {}

    /**
     * Something was not.
     *
     * @param faults at least one, at most {@link Place#FAULTS_MAX}
     */
    record Invalid<T>(List<Fault> faults) implements Decoded<T> {}
}
