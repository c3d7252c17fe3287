package dev.holdfast.kernel;

import java.util.Currency;

/** An amount in minor units of an ISO 4217 currency: 0 to {@link Limits#AMOUNT_MINOR_MAX}. */
public record Money(long minor, String currency) {
    /** @throws InvalidValue when the amount is out of range or the currency unknown */
    public Money {
        if (minor < 0 || minor > Limits.AMOUNT_MINOR_MAX) {
            throw new InvalidValue("an amount must be 0 to " + Limits.AMOUNT_MINOR_MAX + " minor units");
        }
        if (!isCurrency(currency)) {
            throw new InvalidValue("a currency must be a code of ISO 4217, such as GBP");
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
