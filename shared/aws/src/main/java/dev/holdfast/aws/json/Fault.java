package dev.holdfast.aws.json;

/**
 * What is wrong at one place of a document.
 *
 * @param pointer the place (RFC 6901); the whole document is the empty pointer
 * @param detail what would be right, for whoever sent it
 */
public record Fault(String pointer, String detail) {}
