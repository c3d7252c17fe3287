package dev.holdfast.inventory.domain;

/** A record of master data as it stands; the version rises by one whenever its content changes. */
public record Versioned<T>(T content, long version) {
    public static final long FIRST = 1;
}
