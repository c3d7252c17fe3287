package dev.holdfast.ordering;

import java.util.List;
import java.util.Optional;

/** Who ordered and where it goes. Kept apart from the order, in no event, queue, log or journal. */
public record PersonalData(
        String customerReference, Optional<String> name, Optional<String> email, ShippingAddress address) {
    /** Where it goes; the country is ISO 3166 alpha-2. */
    public record ShippingAddress(List<String> lines, String city, String postalCode, String country) {}
}
