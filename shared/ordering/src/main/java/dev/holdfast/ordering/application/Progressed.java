package dev.holdfast.ordering.application;

/** How far a worker came with a message. */
public enum Progressed {
    /** Nothing is left to do for it. */
    DONE,
    /** It must come again, soon. */
    AGAIN
}
