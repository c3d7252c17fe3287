package dev.holdfast.local.verify;

/**
 * Something that must hold and does not.
 *
 * @param invariant its number
 * @param what in a sentence, with the ids and numbers involved
 */
public record Violation(String invariant, String what) {}
