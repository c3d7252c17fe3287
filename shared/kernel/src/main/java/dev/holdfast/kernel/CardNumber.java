package dev.holdfast.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a payment card, which we never keep: 14 to 19 digits as issuers give them out (first digit 2 to 6), plain
 * or in groups, whose check digit is right by the formula of Luhn (ISO/IEC 7812-1, annex B). One other number of this
 * form in ten has a right check digit too, and is taken for one.
 */
public final class CardNumber {
    private static final int DIGITS_MIN = 14;
    private static final int DIGITS_MAX = 19;
    private static final int TEN = 10;
    private static final Pattern GROUPS = Pattern.compile("\\d+(?:[ -]\\d+)*");
    private static final Pattern SEPARATOR = Pattern.compile("[ -]");

    private CardNumber() {}

    /** Whether one stands in this text. */
    public static boolean standsIn(String text) {
        Matcher groups = GROUPS.matcher(text);
        while (groups.find()) {
            if (stands(SEPARATOR.split(groups.group()))) {
                return true;
            }
        }
        return false;
    }

    /** Groups that follow each other are one number, whichever they are. */
    private static boolean stands(String[] groups) {
        for (int first = 0; first < groups.length; first++) {
            StringBuilder digits = new StringBuilder();
            for (int last = first; last < groups.length && digits.length() < DIGITS_MAX; last++) {
                digits.append(groups[last]);
                if (is(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean is(CharSequence digits) {
        return digits.length() >= DIGITS_MIN
                && digits.length() <= DIGITS_MAX
                && digits.charAt(0) >= '2'
                && digits.charAt(0) <= '6'
                && luhn(digits) % TEN == 0;
    }

    /** Every second digit from the right counts twice, as the sum of its digits. */
    private static int luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), TEN);
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted >= TEN ? counted - (TEN - 1) : counted;
        }
        return sum;
    }
}
