package dev.holdfast.inventory.domain;

import dev.holdfast.kernel.InvalidValue;
import java.util.Optional;

/** Why the book is put right; as text {@code LOST} or {@code OTHER: eaten by mice}. */
public record AdjustmentReason(Code code, Optional<String> note) {
    private static final String SEPARATOR = ": ";

    /** @throws InvalidValue when the reason needs a note and has none */
    public AdjustmentReason {
        if (code == Code.OTHER && note.isEmpty()) {
            throw new InvalidValue("is required where the reason is OTHER");
        }
    }

    /** What reasons there are. */
    public enum Code {
        /** The stock that was there when the book was opened. */
        OPENING,
        FOUND,
        LOST,
        DAMAGED,
        SAMPLE,
        /** An earlier booking was wrong. */
        CORRECTION,
        /** What the note says. */
        OTHER
    }

    /** As the journal keeps it. */
    public String text() {
        return code + note.map(text -> SEPARATOR + text).orElse("");
    }

    /** The reason that {@link #text()} wrote. */
    public static AdjustmentReason parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0
                ? new AdjustmentReason(Code.valueOf(text), Optional.empty())
                : new AdjustmentReason(
                        Code.valueOf(text.substring(0, end)), Optional.of(text.substring(end + SEPARATOR.length())));
    }
}
