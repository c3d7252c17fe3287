package dev.holdfast.fulfilment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The e-mail that tells a customer that goods are on their way. */
public record ShippingNotice(String to, String subject, String text) {
    /** Goods in the parcel. */
    public record Content(String sku, long units) {}

    /** The notice of a parcel. */
    public static ShippingNotice of(
            String to,
            Optional<String> name,
            String orderNumber,
            String carrier,
            String trackingNumber,
            List<Content> contents) {
        String text = name.map(known -> "Dear " + known + ",").orElse("Dear customer,")
                + "\n\nyour order " + orderNumber + " is on its way with " + carrier + ", tracking number "
                + trackingNumber + ".\n\nIn this parcel:\n"
                + contents.stream()
                        .map(content -> "  " + content.units() + " x " + content.sku())
                        .collect(Collectors.joining("\n"))
                + "\n";
        return new ShippingNotice(to, "Your order " + orderNumber + " is on its way", text);
    }
}
