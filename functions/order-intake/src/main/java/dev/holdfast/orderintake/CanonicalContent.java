package dev.holdfast.orderintake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.ordering.OrderLine;
import dev.holdfast.ordering.PersonalData;
import java.util.List;

/**
 * What makes two requests the same: all that was sent, with defaults filled in and lines by their number. White space
 * and the order of keys do not count.
 */
final class CanonicalContent {
    private CanonicalContent() {}

    static Fingerprint fingerprint(OrderRequest request, List<OrderLine> lines) {
        ObjectNode content = JsonText.object()
                .put("orderNumber", request.number().value())
                .put("currency", request.lines().getFirst().unitPrice().currency())
                .put("allocation", request.allocation().name())
                .put("paymentMethod", request.payment().method().name())
                .put("paymentToken", request.payment().token());
        PersonalData who = request.personalData();
        content.put("customerReference", who.customerReference());
        who.name().ifPresent(name -> content.put("customerName", name));
        who.email().ifPresent(email -> content.put("customerEmail", email));
        ArrayNode address = content.putArray("shippingAddress");
        who.address().lines().forEach(address::add);
        content.put("city", who.address().city())
                .put("postalCode", who.address().postalCode())
                .put("country", who.address().country());
        ArrayNode each = content.putArray("lines");
        lines.forEach(line -> each.addArray()
                .add(line.number())
                .add(line.sku().value())
                .add(line.quantity().units())
                .add(line.unitPriceMinor()));
        return Fingerprint.of(JsonText.write(content));
    }
}
