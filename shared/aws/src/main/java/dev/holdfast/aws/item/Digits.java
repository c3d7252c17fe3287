package dev.holdfast.aws.item;

/** Numbers in keys: with leading zeros, so that they sort as text. */
public final class Digits {
    private Digits() {}

    /** So many digits, or more where the number has more. */
    public static String of(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }
}
