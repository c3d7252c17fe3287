package dev.holdfast.kernel;

/** A channel through which orders come: 1 to 40 of lower-case letters, digits and '-'. */
public record ChannelId(String value) {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[" + ChannelId.SET + "]{1," + ChannelId.LENGTH_MAX + "}";

    private static final String SET = "a-z0-9-";
    private static final int LENGTH_MAX = 40;
    private static final Characters CHARACTERS = new Characters(SET);

    /** @throws InvalidValue when the text is no channel */
    public ChannelId {
        if (!Text.is(value, CHARACTERS, LENGTH_MAX)) {
            throw new InvalidValue("a channel must be 1 to 40 lower-case letters, digits or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
