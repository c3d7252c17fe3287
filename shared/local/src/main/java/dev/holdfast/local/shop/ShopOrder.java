package dev.holdfast.local.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.local.client.Key;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order as a channel sends it. All of it follows from the invoice, so that a second run sends the very same.
 *
 * @param channel by whose key it is sent
 * @param withdrawn whether the customer thinks better of it right after
 */
public record ShopOrder(
        Key channel,
        OrderNumber number,
        PersonalData personalData,
        List<OrderLine> lines,
        AllocationPolicy policy,
        PaymentTerms payment,
        boolean withdrawn) {
    public static final String CURRENCY = "GBP";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MARKET_PERCENT = 30;
    private static final int BACKORDER_PERCENT = 20;
    private static final int INVOICE_PERCENT = 50;
    private static final int WITHDRAWN_PERCENT = 1;

    public ShopOrder {
        lines = List.copyOf(lines);
    }

    /** The order of this invoice. */
    public static ShopOrder of(Invoice invoice) {
        String number = invoice.number();
        List<OrderLine> lines = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            lines.add(
                    new OrderLine(lines.size() + 1, line.sku(), new Quantity(line.quantity()), line.unitPriceMinor()));
        }
        return new ShopOrder(
                Fate.percent("channel", number) < MARKET_PERCENT ? Key.MARKET : Key.SHOP,
                new OrderNumber(number),
                personalData(invoice),
                lines,
                Fate.percent("policy", number) < BACKORDER_PERCENT
                        ? AllocationPolicy.BACKORDER
                        : AllocationPolicy.ALL_OR_NOTHING,
                payment(number),
                Fate.percent("withdrawn", number) < WITHDRAWN_PERCENT);
    }

    /** The same order, paid on invoice and not withdrawn, all or nothing. */
    public ShopOrder plain() {
        return new ShopOrder(
                channel,
                number,
                personalData,
                lines,
                AllocationPolicy.ALL_OR_NOTHING,
                new PaymentTerms(PaymentMethod.INVOICE, ""),
                false);
    }

    private static PersonalData personalData(Invoice invoice) {
        boolean known = !invoice.customer().isEmpty();
        String reference = known ? invoice.customer() : "guest";
        return new PersonalData(
                reference,
                known ? Optional.of("Customer " + reference) : Optional.empty(),
                known ? Optional.of("customer-" + reference + "@example.com") : Optional.empty(),
                new PersonalData.ShippingAddress(
                        List.of("1 High Street"), "Anytown", "AT1 1AA", Countries.code(invoice.country())));
    }

    /** Half is paid on invoice; of the rest most is approved, and a few meet each trouble that comes to an end. */
    private static PaymentTerms payment(String number) {
        int percent = Fate.percent("payment", number);
        if (percent < INVOICE_PERCENT) {
            return new PaymentTerms(PaymentMethod.INVOICE, "");
        }
        String token = switch (percent) {
            case 94, 95 -> "tok_declined";
            case 96, 97 -> "tok_timeout_after_success";
            case 98 -> "tok_wrong_amount";
            case 99 -> "tok_capture_declined";
            default -> "tok_approved";
        };
        return new PaymentTerms(PaymentMethod.SANDBOX, token);
    }

    /** The body of {@code POST /v1/orders}. */
    public ObjectNode json() {
        ObjectNode order = JSON.createObjectNode().put("orderNumber", number.value());
        ObjectNode customer = order.putObject("customer").put("reference", personalData.customerReference());
        personalData.name().ifPresent(name -> customer.put("name", name));
        personalData.email().ifPresent(email -> customer.put("email", email));
        PersonalData.ShippingAddress to = personalData.address();
        ObjectNode address = order.putObject("shippingAddress");
        ArrayNode addressLines = address.putArray("lines");
        to.lines().forEach(addressLines::add);
        address.put("city", to.city()).put("postalCode", to.postalCode()).put("country", to.country());
        ArrayNode all = order.putArray("lines");
        for (OrderLine line : lines) {
            all.addObject()
                    .put("lineNumber", line.number())
                    .put("sku", line.sku().value())
                    .put("quantity", line.quantity().units())
                    .putObject("unitPrice")
                    .put("amount", line.unitPriceMinor())
                    .put("currency", CURRENCY);
        }
        order.put("allocation", policy.name());
        ObjectNode terms =
                order.putObject("payment").put("method", payment.method().name());
        if (!payment.token().isEmpty()) {
            terms.put("token", payment.token());
        }
        return order;
    }
}
