package dev.holdfast.local.replay;

import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.local.shop.ShopOrder;
import dev.holdfast.ordering.Order;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.PersonalData;
import java.util.ArrayList;
import java.util.List;

/**
 * The SHA-256 of all that an order says, the same whether it is taken from what was sent or from what was stored: by it
 * one sees that an order was kept as it was accepted.
 */
public final class AcceptedContent {
    private AcceptedContent() {}

    /** Of an order as it is sent. */
    public static String sha256(ShopOrder order) {
        return sha256(ShopOrder.CURRENCY, order.policy(), order.payment(), order.personalData(), order.lines());
    }

    /** Of an order as it is stored. */
    public static String sha256(Order order, PersonalData personalData) {
        return sha256(
                order.content().currency(),
                order.content().policy(),
                order.content().payment(),
                personalData,
                order.content().lines());
    }

    private static String sha256(
            String currency,
            AllocationPolicy policy,
            PaymentTerms payment,
            PersonalData personalData,
            List<OrderLine> lines) {
        List<String> parts = new ArrayList<>();
        parts.add(currency);
        parts.add(policy.name());
        parts.add(payment.method().name());
        parts.add(payment.token());
        parts.add(personalData.customerReference());
        parts.add(personalData.name().orElse(""));
        parts.add(personalData.email().orElse(""));
        parts.addAll(personalData.address().lines());
        parts.add(personalData.address().city());
        parts.add(personalData.address().postalCode());
        parts.add(personalData.address().country());
        for (OrderLine line : lines) {
            parts.add(line.number() + "," + line.sku() + "," + line.quantity().units() + "," + line.unitPriceMinor());
        }
        return Fingerprint.of(String.join("\n", parts)).hex();
    }
}
