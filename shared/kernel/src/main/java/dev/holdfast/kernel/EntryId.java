package dev.holdfast.kernel;

/** A journal entry's id; it follows from what caused the entry, so that every cause counts once, for ever. */
public record EntryId(String value) {
    /** The entry of this kind that these causes bring about. */
    public static EntryId of(String kind, String... causes) {
        String[] parts = new String[causes.length + 1];
        parts[0] = kind;
        System.arraycopy(causes, 0, parts, 1, causes.length);
        return new EntryId("jrn_" + DerivedId.of(parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
