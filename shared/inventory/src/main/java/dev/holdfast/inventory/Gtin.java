package dev.holdfast.inventory;

import dev.holdfast.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Global trade item number (GS1): 8, 12, 13 or 14 digits, the last of them the check digit. */
public record Gtin(String digits) {
    /** The form that it must have, as a regular expression. */
    public static final String FORM = "[0-9]{8}|[0-9]{12,14}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue when the digits are too few or too many, or the check digit is wrong */
    public Gtin {
        if (!PATTERN.matcher(digits).matches() || weightedSum(digits) % 10 != 0) {
            throw new InvalidValue("a GTIN must be 8, 12, 13 or 14 digits, the last a right check digit");
        }
    }

    private static int weightedSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
