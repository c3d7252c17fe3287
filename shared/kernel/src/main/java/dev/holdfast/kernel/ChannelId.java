package dev.holdfast.kernel;

import java.util.regex.Pattern;

/** A channel through which orders come: 1 to 40 of lower-case letters, digits and '-'. */
public record ChannelId(String value) {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9-]{1,40}");

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
