package dev.holdfast.local.shop;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries as the real shop writes them, as ISO 3166 alpha-2. */
final class Countries {
    /** Where the shop is, and where goods go whose country it did not note. */
    private static final String HOME = "GB";

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    static String code(String name) {
        return CODES.getOrDefault(name.toLowerCase(Locale.ROOT), HOME);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            codes.put(name.toLowerCase(Locale.ROOT), code);
        }
        codes.put("eire", "IE");
        codes.put("usa", "US");
        codes.put("rsa", "ZA");
        codes.put("channel islands", "JE");
        codes.put("czech republic", "CZ");
        codes.put("hong kong", "HK");
        return codes;
    }
}
