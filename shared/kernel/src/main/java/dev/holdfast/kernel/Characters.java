package dev.holdfast.kernel;

/** A set of ASCII characters, written as between the brackets of a regular expression: {@code A-Z0-9-}. */
final class Characters {
    private static final int ASCII = 128;

    private final boolean[] members = new boolean[ASCII];

    /** @param set single characters and ranges; a {@code -} that is meant itself stands last */
    Characters(String set) {
        int at = 0;
        while (at < set.length()) {
            boolean range = at + 2 < set.length() && set.charAt(at + 1) == '-';
            char last = set.charAt(range ? at + 2 : at);
            for (char member = set.charAt(at); member <= last; member++) {
                members[member] = true;
            }
            at += range ? 3 : 1;
        }
    }

    /** Whether the text, from this index, has none but these. */
    boolean make(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII || !members[c]) {
                return false;
            }
        }
        return true;
    }
}
