package dev.holdfast.ordering;

/** What support decided about an order in review. */
public record ReviewDecision(Verdict verdict, String reason) {
    /** Go on, or undo. */
    public enum Verdict {
        APPROVE,
        CANCEL
    }
}
