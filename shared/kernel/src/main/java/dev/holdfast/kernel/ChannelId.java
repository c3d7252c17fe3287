package dev.holdfast.kernel;

import java.util.regex.Pattern;

/** A channel through which orders come: 1 to 40 of lower-case letters, digits and '-'. */
public record ChannelId(String value) {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[a-z0-9-]{1,40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue when the text is no channel */
    public ChannelId {
        if (!PATTERN.matcher(value).matches()) {
            throw new InvalidValue("a channel must be 1 to 40 lower-case letters, digits or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
