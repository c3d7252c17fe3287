package dev.holdfast.orderintake;

import static dev.holdfast.aws.json.Decoders.asCountry;
import static dev.holdfast.aws.json.Decoders.asInteger;
import static dev.holdfast.aws.json.Decoders.asList;
import static dev.holdfast.aws.json.Decoders.asMoney;
import static dev.holdfast.aws.json.Decoders.asObject;
import static dev.holdfast.aws.json.Decoders.asOneOf;
import static dev.holdfast.aws.json.Decoders.asQuantity;
import static dev.holdfast.aws.json.Decoders.asReference;
import static dev.holdfast.aws.json.Decoders.asSku;
import static dev.holdfast.aws.json.Decoders.asString;
import static dev.holdfast.aws.json.Decoders.asText;

import dev.holdfast.aws.json.Decoder;
import dev.holdfast.aws.json.Field;
import dev.holdfast.aws.json.Fields;
import dev.holdfast.inventory.AllocationPolicy;
import dev.holdfast.kernel.InvalidValue;
import dev.holdfast.kernel.Limits;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.OrderNumber;
import dev.holdfast.kernel.Quantity;
import dev.holdfast.kernel.Reference;
import dev.holdfast.kernel.Sku;
import dev.holdfast.ordering.PaymentMethod;
import dev.holdfast.ordering.PaymentTerms;
import dev.holdfast.ordering.PersonalData;
import dev.holdfast.ordering.PersonalData.ShippingAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body of {@code POST /v1/orders}, well-formed; rules over several fields come after ({@link OrderRules}). */
record OrderRequest(
        OrderNumber number,
        PersonalData personalData,
        List<Line> lines,
        AllocationPolicy allocation,
        PaymentTerms payment) {
    private static final String EMAIL_FORM = "[^@\\s\\x00-\\x1F\\x7F]{1,64}@[^@\\s\\x00-\\x1F\\x7F]{1,189}";
    private static final Pattern EMAIL = Pattern.compile(EMAIL_FORM);
    private static final int ADDRESS_LINES_MAX = 5;

    /** A line as sent; without a number it has that of its position. */
    record Line(Optional<Integer> number, Sku sku, Quantity quantity, Money unitPrice) {}

    private record Customer(String reference, Optional<String> name, Optional<String> email) {}

    static OrderRequest read(Fields body) {
        Field<OrderNumber> number = body.required("orderNumber", asString(OrderNumber.FORM, OrderNumber::new));
        Field<Customer> customer = body.required("customer", asObject(OrderRequest::customer));
        Field<ShippingAddress> address = body.required("shippingAddress", asObject(OrderRequest::address));
        Field<List<Line>> lines =
                body.required("lines", asList(1, Limits.ORDER_LINES_MAX, asObject(OrderRequest::line)));
        Field<AllocationPolicy> allocation =
                body.optional("allocation", asOneOf(AllocationPolicy.class), AllocationPolicy.ALL_OR_NOTHING);
        Field<PaymentTerms> payment = body.required("payment", asObject(OrderRequest::payment));
        Customer who = customer.get();
        return new OrderRequest(
                number.get(),
                new PersonalData(who.reference, who.name, who.email, address.get()),
                lines.get(),
                allocation.get(),
                payment.get());
    }

    private static Customer customer(Fields fields) {
        Field<Reference> reference = fields.required("reference", asReference());
        Field<Optional<String>> name = fields.optional("name", asText());
        Field<Optional<String>> email = fields.optional("email", email());
        return new Customer(reference.get().value(), name.get(), email.get());
    }

    private static Decoder<String> email() {
        return asString(EMAIL_FORM, address -> {
            if (!EMAIL.matcher(address).matches()) {
                throw new InvalidValue("must be an e-mail address");
            }
            return address;
        });
    }

    private static ShippingAddress address(Fields fields) {
        Field<List<String>> lines = fields.required("lines", asList(1, ADDRESS_LINES_MAX, asText()));
        Field<String> city = fields.required("city", asText());
        Field<String> postalCode = fields.required("postalCode", asText());
        Field<String> country = fields.required("country", asCountry());
        return new ShippingAddress(lines.get(), city.get(), postalCode.get(), country.get());
    }

    private static Line line(Fields fields) {
        Field<Optional<Integer>> number = fields.optional("lineNumber", asInteger(1, Limits.QUANTITY_MAX));
        Field<Sku> sku = fields.required("sku", asSku());
        Field<Quantity> quantity = fields.required("quantity", asQuantity());
        Field<Money> unitPrice = fields.required("unitPrice", asMoney());
        return new Line(number.get(), sku.get(), quantity.get(), unitPrice.get());
    }

    private static PaymentTerms payment(Fields fields) {
        Field<PaymentMethod> method = fields.required("method", asOneOf(PaymentMethod.class));
        Field<Optional<String>> token = fields.optional("token", asText());
        if (method.ifAccepted().isPresent() && token.ifAccepted().isPresent()) {
            boolean needed = method.get() == PaymentMethod.SANDBOX;
            if (needed && token.get().isEmpty()) {
                throw fields.refusal("token", "is required with SANDBOX");
            } else if (!needed && token.get().isPresent()) {
                throw fields.refusal("token", "must be left out with INVOICE");
            }
        }
        return new PaymentTerms(method.get(), token.get().orElse(""));
    }
}
