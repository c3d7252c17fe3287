package dev.holdfast.kernel;

import java.util.Currency;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** The codes of all currencies that there can be amounts of. */
    public static SortedSet<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(Money::isCurrency)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
