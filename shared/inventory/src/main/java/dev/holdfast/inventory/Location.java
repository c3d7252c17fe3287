package dev.holdfast.inventory;

import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.LocationId;
import java.util.Locale;

/**
 * A place where stock lies.
 *
 * @param country ISO 3166 alpha-2
 * @param priority among locations that could serve an order alike, the lower number goes first
 */
public record Location(LocationId id, String name, String country, int priority) {
    /** @throws InvalidValue when the country is unknown or the priority out of range */
    public Location {
        country = country(country);
        if (priority < 0 || priority > Limits.PRIORITY_MAX) {
            throw new InvalidValue("a priority must be 0 to " + Limits.PRIORITY_MAX);
        }
    }

    /**
     * The code of a country, checked.
     *
     * @throws InvalidValue when there is none of this code
     */
    public static String country(String code) {
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new InvalidValue("a country must be a code of ISO 3166 alpha-2, such as GB");
        }
        return code;
    }
}
