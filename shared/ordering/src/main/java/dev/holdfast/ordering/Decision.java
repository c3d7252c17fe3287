package dev.holdfast.ordering;

import java.util.List;

/** What becomes of somebody's wish. */
public sealed interface Decision {
    /** It happens. */
    record Change(List<OrderEvent> events) implements Decision {}

    /** It has happened already, in the same words. */
    record Replay() implements Decision {}

    /** It cannot be. */
    record Refused(Refusal refusal) implements Decision {}

    /** Why not. */
    enum Refusal {
        /** The order is in a state that does not allow it. */
        STATE,
        /** The same key was used with other content. */
        KEY_REUSED
    }
}
